import type { Environment } from '@resilience/config/environment';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { loneEnvironment } from '@resilience/config/fixtures/places';
import { recoverySteps } from '@resilience/documents/recovery-steps/recovery-steps';
import { recoveryReport } from '@resilience/documents/recovery-report/recovery-report';
import { prove } from '@resilience/recovery/prove';
import { unprotected } from '@resilience/recovery/unprotected';
import { expect, test } from 'vitest';

import { breaches } from '../src/render/breaches.ts';
import { renderEnvironment } from '../src/render/render-environment.ts';
import { formatSimulation } from '../src/simulate/format-simulation.ts';

const lone = loneEnvironment();
const accepted = 'accepted loss: The shop is made anew from the books of its suppliers.';

const reportOf = (environment: Environment): string =>
  recoveryReport({ environment, proofs: prove(environment), bill: undefined }).content;

test('the report begins with how much is accepted as lost, and in which disasters', () => {
  const [held, given] = reportOf(lone).split('## Summary\n\n')[1]?.split('\n') ?? [];
  expect(held).toBe(
    '- **10 of 10 objectives hold**: 1 service in 9 disasters, but for 4 accepted losses, each with an RPO and an RTO.',
  );
  expect(given).toBe(
    '- **8 more objectives are accepted as lost**, an RPO and an RTO each: shop after region-failure, bucket-loss, key-loss, malicious-deletion. Nothing is restored then; [the reasons](#what-is-never-recovered) are below.',
  );
});

test('the report has a row and a reason for what is given up', () => {
  const cells = reportOf(lone)
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(
    cells.find(([, service, disaster]) => service === 'shop' && disaster === 'key-loss'),
  ).toEqual([
    '',
    'shop',
    'key-loss',
    'all',
    'all of it',
    'no time',
    'never',
    '',
    '',
    'unprotected: an accepted loss',
    '',
  ]);
  expect(reportOf(lone)).toContain(
    'Accepted: The shop is made anew from the books of its suppliers.',
  );
  expect(reportOf(primaryEnvironment())).not.toContain('ccepted');
});

test('nothing that is accepted stands in the way of rendering', () => {
  expect(breaches(lone, prove(lone))).toEqual([]);
});

test('the steps of a disaster say what is not recovered, and why', () => {
  const { content } = recoverySteps(lone, prove(lone));
  const section = (title: string): string =>
    content.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  expect(section('Region failure')).toContain(
    '**Nothing of lone can be restored**: its backups are in eu-north-1 alone.',
  );
  expect(section('Region failure')).toContain(`- shop: ${accepted}`);
  expect(section('Volume corruption')).toContain('| shop |');
  expect(section('Volume corruption')).not.toMatch(/accepted loss|Nothing of/);
});

test('a simulation leaves out what is given up, and says so', () => {
  const flags = { env: 'lone', years: 1, seed: 1, failing: 0, outages: 0, format: 'text' as const };
  expect(formatSimulation(flags, [], unprotected(lone))).toContain(
    'shop, region-failure is not simulated: accepted loss:',
  );
});

test('Prometheus knows what is given up, of which tier', () => {
  const { files } = renderEnvironment(lone);
  const rules =
    files.find(({ path }) => path.endsWith('prometheusrule-service-shop.yaml'))?.content ?? '';
  expect(rules.match(/resilience:service_unprotected/g)).toHaveLength(4);
  expect(rules).toContain('tier: critical');
});

test('a replica that nobody reads is one problem', () => {
  const environment = primaryEnvironment(({ storage }) => {
    if (storage.kind === 'bucket') Object.assign(storage.replication, { readBy: [] });
  });
  expect(breaches(environment, prove(environment))).toEqual([
    {
      file: 'environments/primary/config.ts',
      path: 'storage.replication.readBy',
      code: 'recovery/unreachable',
      message: 'leaves no backup to restore from',
      expected: 'a copy of shop after region-failure, bucket-loss, key-loss, malicious-deletion',
      received: 'no environment may read its replica',
      fix: "name the environment that mounts the replica: one with storage: { kind: 'replica', of: '‹this environment›', accessMode: 'ReadOnly' }; or accept the loss: write { unprotected: '‹why nobody needs it back›' } as these objectives, as far as unprotected in environments/policy.ts allows it",
    },
  ]);
});

test('a breach that is waived is not among what a replica that nobody reads leaves', () => {
  const environment = primaryEnvironment((declaration) => {
    const { storage } = declaration;
    if (storage.kind === 'bucket') Object.assign(storage.replication, { readBy: [] });
    declaration.waivers = ['region-failure', 'bucket-loss', 'key-loss'].map((scenario) => ({
      rule: 'recovery/rpo',
      subject: `shop/${scenario}`,
      reason: 'The standby is built next quarter.',
      owner: 'sales',
      expires: '2030-01-01',
    }));
  });
  expect(breaches(environment, prove(environment)).map(({ expected }) => expected)).toEqual([
    'a copy of shop after malicious-deletion',
  ]);
});
