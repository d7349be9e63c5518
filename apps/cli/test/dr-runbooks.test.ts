import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { formatSeconds } from '@resilience/documents/words/format-term';
import { copyOfRendered } from '@resilience/fixtures/repositories';
import { formatDuration } from '@resilience/config/duration';
import { loadEnvironment } from '@resilience/config/load';
import { scenarios } from '@resilience/config/scenario';
import { phasesOf } from '@resilience/recovery/disaster';
import { prove } from '@resilience/recovery/prove';
import { phaseBudgets } from '@resilience/recovery/recovery-time';
import { automation } from '@resilience/workflows/automation';
import { disasterGuides } from '@resilience/workflows/disaster-guides';
import { some } from '@resilience/vitest/some';
import { afterAll, expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';
import { resilience } from './resilience.ts';

const root = copyOfRendered();
afterAll(() => rmSync(root, { recursive: true }));

const pageOf = (scenario: string, folder = repositoryRoot): string =>
  readFileSync(join(folder, 'docs/runbooks/dr', `${scenario}.md`), 'utf8');

const stepsPage = readFileSync(
  join(repositoryRoot, 'environments/production/rendered/recovery-steps.md'),
  'utf8',
);

const loaded = await loadEnvironment(repositoryRoot, 'production');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const proofs = prove(loaded.value);

const stepsOf = (page: string): string[] =>
  page
    .split('\n## Steps\n')[1]
    ?.split('\n## ')[0]
    ?.split(/\n### \d+\. /)
    .slice(1) ?? [];

test.each(some(scenarios))('%s has the steps of its proof, in their order', (scenario) => {
  const titles = stepsOf(pageOf(scenario)).map((step) => step.split('\n')[0]);
  expect(titles).toEqual(phasesOf(scenario));
});

test.each(some(scenarios))(
  '%s says of each step who does it, when it is done and how to go back',
  (scenario) => {
    for (const step of some(stepsOf(pageOf(scenario)))) {
      expect(step.match(/^\*\*.*?\*\*/gm)).toEqual(['**Who.**', '**Done when.**', '**Back.**']);
    }
  },
);

test.each(some(scenarios))(
  '%s names the runbook that automates a step, and no other',
  (scenario) => {
    const named = stepsOf(pageOf(scenario)).map(
      (step) => /with the workflow `(.*)`/.exec(step)?.[1],
    );
    expect(named).toEqual(phasesOf(scenario).map((phase) => automation[scenario][phase]));
  },
);

test.each(some(scenarios))('%s leads to the budgets of the proof', (scenario) => {
  const { title } = disasterGuides[scenario];
  const section = stepsPage.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  for (const { service, time, rto } of some(
    proofs.filter((proof) => proof.scenario === scenario),
  )) {
    const row = section.split('\n').find((line) => line.startsWith(`| ${service} |`)) ?? '';
    const budgets = time ? phaseBudgets(time) : new Map<string, number>();
    const expected = phasesOf(scenario).map((phase) => {
      const seconds = budgets.get(phase);
      return seconds === undefined ? '—' : formatSeconds(seconds);
    });
    expect(row.split(' | ').slice(5)).toEqual([
      ...expected,
      formatDuration(rto.worst ?? { seconds: 0 }),
      `${formatDuration(rto.declared)} |`,
    ]);
  }
  expect(pageOf(scenario)).toContain(
    `(../../../environments/production/rendered/recovery-steps.md#${scenario})`,
  );
});

test.each(some(scenarios))('%s names no service, which another one would change', (scenario) => {
  const named = some(proofs).filter(({ service }) => pageOf(scenario).includes(`=${service}`));
  expect(named).toEqual([]);
});

test.each(some(scenarios))(
  '%s tells everybody what has happened, in the channels of each environment',
  (scenario) => {
    const page = pageOf(scenario);
    expect(page).toContain(disasterGuides[scenario].said);
    for (const title of ['First notice', 'Update', 'All clear']) {
      expect(page).toContain(`**${title}**\n\n> ${disasterGuides[scenario].title}`);
    }
    expect(page).toContain(
      '| production | on-call (PagerDuty), platform-chat (Slack #platform-resilience) |',
    );
  },
);

test('a restore that reads the replica is made where the replica is mounted', () => {
  expect(pageOf('region-failure')).toContain(
    'DECLARED_IN=production # the environment that declares the service\nENVIRONMENT=dr ',
  );
  expect(pageOf('namespace-deletion')).toContain('\nENVIRONMENT=production ');
});

test('an edit by hand is found, and put right', () => {
  appendFileSync(join(root, 'docs/runbooks/dr/key-loss.md'), 'Ask Alice.\n');
  const { status, stdout } = resilience(root, ['render', '--check']);
  expect([status, stdout]).toEqual([1, expect.stringContaining('-Ask Alice.')]);
  expect(resilience(root, ['render']).status).toBe(0);
  expect(pageOf('key-loss', root)).toBe(pageOf('key-loss'));
});
