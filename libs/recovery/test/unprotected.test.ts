import { primaryEnvironment } from '@resilience/config/fixtures';
import { loneEnvironment } from '@resilience/config/fixtures/places';
import { isUnprotected } from '@resilience/config/scenario';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { holds, prove } from '../src/prove.ts';
import { simulate } from '../src/simulation/simulate.ts';
import { unprotected } from '../src/unprotected.ts';
import { nowhere, replication } from './edits.ts';

const given = ['region-failure', 'bucket-loss', 'key-loss', 'malicious-deletion'];

test('a loss that is accepted is neither proved nor breached, and has its reason', () => {
  const environment = loneEnvironment();
  const proofs = prove(environment);
  expect(proofs.filter(({ scenario }) => given.includes(scenario))).toEqual([]);
  expect(proofs.filter((proof) => !holds(proof))).toEqual([]);
  expect(proofs).toHaveLength(5);
  expect(unprotected(environment)).toEqual(
    given.map((scenario) => ({
      service: 'shop',
      scenario,
      verdict: 'unprotected',
      reason: 'The shop is made anew from the books of its suppliers.',
    })),
  );
});

test('what is not given up has no such verdict', () => {
  expect(unprotected(primaryEnvironment())).toEqual([]);
});

test('what is given up is not simulated', () => {
  const results = simulate(loneEnvironment(), {
    years: 3,
    seed: 1,
    failingRuns: 0,
    outagesPerYear: 0,
  });
  expect(results.map(({ proof }) => proof.scenario)).toEqual(
    prove(loneEnvironment()).map(({ scenario }) => scenario),
  );
});

test.each([
  [
    'no DR region',
    loneEnvironment(({ services }) => {
      const { objectives } = services['shop'] ?? {};
      for (const name of [
        'region-failure',
        'bucket-loss',
        'key-loss',
        'malicious-deletion',
      ] as const) {
        const kept = objectives?.['late-discovery'];
        if (objectives && kept && !isUnprotected(kept)) objectives[name] = kept;
      }
    }),
    'aws.drRegion',
    'its bucket is not replicated: no DR region is declared',
  ],
  [
    'no replica',
    primaryEnvironment(nowhere),
    'storage.replication.to',
    'its bucket is not replicated',
  ],
  [
    'a replica that nobody reads',
    primaryEnvironment(replication({ readBy: [] })),
    'storage.replication.readBy',
    'no environment may read its replica',
  ],
])('of %s every breach names the one cause', (_, environment, path, why) => {
  const breached = prove(environment).filter((proof) => !holds(proof));
  expect(breached.map(({ scenario }) => scenario)).toEqual(given);
  for (const { unreachable } of some(breached)) expect(unreachable).toEqual({ path, why });
});
