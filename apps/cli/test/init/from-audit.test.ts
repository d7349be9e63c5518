import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { auditOf } from '../../src/audit/audit.ts';
import { jsonOf } from '../../src/command-line/json.ts';
import { foundBy } from '../../src/init/from-audit/found-by.ts';
import { Refusal } from '../../src/refusal.ts';
import { run } from '../run.ts';
import {
  corpus,
  environmentOf,
  keptOf,
  location,
  manifests,
  namespace,
  schedule,
} from './from-audit/kept-of.ts';
import { oneCluster, twoClusters } from './organisations.ts';

/** Of clusters in eu-west-1. */
const copiesOverseas = { ...twoClusters, drRegion: 'us-west-2' };

test.each(
  some([
    ['argocd-app-of-apps', copiesOverseas],
    ['volume-policies', oneCluster],
    ['multi-tenant', oneCluster],
    ['data-mover-two-regions', twoClusters],
  ] as const),
)('what is found in %s renders, and no rule finds what is not waived', async (name, answers) => {
  const { root, result } = await keptOf(corpus(name), answers);
  const env = { RESILIENCE_REPOSITORY: root };
  expect(await run(['render'], env)).toMatchObject({ status: 0, stderr: '' });
  const { status, stdout } = await run(['check', '--env', 'production'], env);
  const ofRules = result.kept?.breaches.filter(({ rule }) => !rule.startsWith('recovery/rpo'));
  expect([status, stdout]).toEqual([0, expect.stringContaining('production: ')]);
  expect(stdout).toContain(' 0 findings');
  expect(ofRules?.filter(({ rule }) => !stdout.includes(`${rule}: `))).toEqual([]);
});

test('schedules, bucket and services are those that were found', async () => {
  const { root } = await keptOf(corpus('argocd-app-of-apps'), copiesOverseas);
  const { storage, schedules, services } = await environmentOf(root);
  expect(storage).toMatchObject({ adopts: 'acme-prod-velero' });
  expect(schedules).toMatchObject({
    'velero-hourly': {
      cron: { expression: '0 * * * *' },
      retention: { seconds: 86_400 },
      covers: ['shop'],
      volumes: 'snapshots',
    },
    'velero-daily': { cron: { expression: '0 1 * * *' }, covers: 'cluster' },
  });
  expect(services['shop']).toMatchObject({
    workloads: [{ kind: 'StatefulSet', name: 'mysql', podLabels: { app: 'mysql' } }],
    volumes: { data: { content: 'mysql', backup: { method: 'snapshot' } } },
  });
});

test('a loss that no copy survives is accepted by name, and the policy permits no other', async () => {
  const { root, result } = await keptOf(corpus('argocd-app-of-apps'), copiesOverseas);
  const { services } = await environmentOf(root);
  expect(services['shop']?.objectives['region-failure']).toEqual({
    unprotected: expect.stringContaining('only snapshots, which stay in the region'),
  });
  expect(services['front']?.objectives['region-failure']).toEqual({
    rpo: { seconds: 26 * 3600 },
    rto: { seconds: 8 * 3600 },
  });
  const lost = Object.keys(result.kept?.objectives['shop'] ?? {}).filter(
    (scenario) => scenario !== 'late-discovery',
  );
  const policy = readFileSync(join(root, 'environments/policy.ts'), 'utf8');
  expect(some(lost).filter((one) => !policy.includes(`'${one}': ['standard']`))).toEqual([]);
  expect(policy).not.toContain("'namespace-deletion': [");
});

test('a volume that is in no backup stays in none, and says why', async () => {
  const { root, result } = await keptOf(corpus('volume-policies'), oneCluster);
  const { services, waivers } = await environmentOf(root);
  expect(services['scratch']?.volumes['tmp']?.backup).toEqual({
    method: 'skip',
    reason: 'Kept as found: a volume policy skips it.',
  });
  expect(services['small']?.volumes['small']?.backup).toEqual({ method: 'file-system' });
  expect(waivers).toContainEqual(
    expect.objectContaining({ rule: 'recovery/rpo', subject: 'scratch/volume-corruption' }),
  );
  expect(result.kept?.notes).toContainEqual(
    expect.stringContaining('kubectl label persistentvolumeclaim big --namespace big'),
  );
});

test('a namespace that no schedule holds is in no backup, and one that is excluded stays out', async () => {
  const folder = manifests(
    location,
    schedule('daily', '{ttl: 960h, excludedNamespaces: [kube-system, ci]}'),
    namespace('shop'),
    namespace('ci'),
  );
  const { root } = await keptOf(folder, oneCluster);
  const environment = await environmentOf(root);
  expect(environment.notBackedUp).toMatchObject({ ci: { namespace: 'ci' } });
  expect(environment.leftOut).toMatchObject([{ namespaces: 'kube-system' }]);
  expect(environment.services['shop']).toBeDefined();
  expect(environment.schedules['daily']?.retention).toEqual({ seconds: 40 * 86_400 });
});

test('what one schedule of the cluster excludes and another holds is held by both, and that is said', async () => {
  const folder = manifests(
    location,
    schedule('daily', '{ttl: 960h, excludedNamespaces: [shop]}'),
    schedule('shop', '{ttl: 960h, includedNamespaces: [shop]}').replace('15 3', '45 5'),
    namespace('shop'),
    namespace('web'),
  );
  const { root, result } = await keptOf(folder, oneCluster);
  expect((await environmentOf(root)).schedules['shop']?.covers).toEqual(['shop']);
  expect(result.kept?.notes).toContainEqual(expect.stringMatching(/namespace shop is excluded/));
});

test('a bucket is kept with the prefix of its backups', async () => {
  const folder = manifests(
    location.replace('{bucket: acme-backups}', '{bucket: acme-backups, prefix: velero/eu/}'),
    schedule('daily', '{ttl: 960h}'),
    namespace('shop'),
  );
  const { root } = await keptOf(folder, oneCluster);
  const environment = await environmentOf(root);
  expect(environment.storage).toMatchObject({ adopts: 'acme-backups', prefix: 'velero/eu' });
  expect(environment.backups.prefix).toBe('velero/eu/');
});

test('the result that audit --json prints leads to the same declaration as its files', async () => {
  const path = corpus('volume-policies');
  const { result } = await auditOf(path, { format: 'json' });
  const file = join(manifests(), '../audit.json');
  writeFileSync(file, jsonOf({ command: 'audit', outcome: 'findings', problems: [], result }));
  const [ofFiles, ofPrinted] = [await keptOf(path, oneCluster), await keptOf(file, oneCluster)].map(
    ({ root }) => readFileSync(join(root, 'environments/production/config.ts'), 'utf8'),
  );
  expect(ofPrinted).toBe(ofFiles);
});

test.each(
  some([
    ['minio-restic', ['init/not-in-s3']],
    ['home-ops-flux', ['init/not-in-s3']],
    ['aks-old-chart', ['init/not-in-s3', 'init/not-by-ebs']],
    ['operators', ['init/not-by-ebs']],
    ['no-velero', ['init/no-velero']],
    ['broken-schedules', ['init/not-in-utc', 'init/nothing-is-backed-up']],
  ] as const),
)('%s cannot be kept: each cause is one problem, before anything is asked', (name, codes) => {
  const problems = refusedBy(() => foundBy(corpus(name)));
  expect(problems.map(({ code }) => code)).toEqual(codes);
});

function refusedBy(work: () => unknown): Refusal['problems'] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
}

test('a result without what a declaration needs is refused by the name of what it lacks', () => {
  const file = join(manifests(), '../audit.json');
  writeFileSync(file, jsonOf({ command: 'audit', result: { found: true } }));
  expect(() => foundBy(file)).toThrow(/lacks repositoryPassword of the result of an audit/);
});
