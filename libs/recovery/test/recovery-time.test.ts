import { days, minutes } from '@resilience/config/duration';
import { objective } from '@resilience/config/fixtures/objectives';
import { primaryEnvironment } from '@resilience/config/fixtures';
import type { Scenario } from '@resilience/config/scenario';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { phasesOf } from '../src/disaster.ts';
import { type Proof, prove } from '../src/prove.ts';
import { phaseBudgets } from '../src/recovery-time.ts';
import { type Edit, proofs, shop, snapshotFiles } from './edits.ts';

const terms = ({ time }: Proof): string[] =>
  time?.terms.map(({ name, worst, expected }) => `${name} ${worst} ${expected}`) ?? [];

test('a recovery is made of its steps, in their order, at worst and as expected', () => {
  // 15 GiB at 50 MiB/s, half of it at 100 MiB/s; 60 objects at 2/s and 10/s.
  const restored = [
    'objects 30 6',
    'volume-creation 60 30',
    'file-level-download 307.2 76.8',
    'pod-start 40 20',
    'checks 20 10',
  ];
  const found = proofs();
  expect(terms(found['namespace-deletion'] as Proof)).toEqual([
    'detection 120 60',
    'decision 120 60',
    'pre-flight 60 30',
    ...restored,
  ]);
  expect(terms(found['region-failure'] as Proof)).toEqual([
    'detection 120 60',
    'decision 120 60',
    'pre-flight 60 30',
    ...restored,
    'traffic-switch 300 60',
  ]);
  expect(terms(found['malicious-deletion'] as Proof)).toEqual([
    'decision 120 60',
    'cluster-build 1200 600',
    'replica-mount 120 60',
    'pre-flight 60 30',
    ...restored,
  ]);
  expect(found['namespace-deletion']?.rto).toEqual({
    declared: minutes(20),
    worst: { seconds: 758 },
    expected: { seconds: 293 },
    holds: true,
  });
});

test('snapshots are initialised beside each other: the largest volume counts', () => {
  const { time } = proofs((declaration) => {
    delete declaration.schedules['hourly'];
    snapshotFiles(declaration);
    objective(declaration, 'volume-corruption').rpo = days(2);
  })['volume-corruption'] as Proof;
  expect(time?.terms.find(({ name }) => name === 'snapshot-initialisation')).toEqual({
    name: 'snapshot-initialisation',
    // 10 GiB at 100 MiB/s, half of it at 200 MiB/s.
    worst: 102.4,
    expected: 25.6,
    amount: { unit: 'bytes', count: 10 * 1024 ** 3 },
    path: 'recovery.rates.snapshot-initialisation',
    source: { kind: 'assumed' },
  });
  expect(time?.terms.map(({ name }) => name)).not.toContain('file-level-download');
});

const other =
  (tier: 'critical' | 'standard', namespace: string): Edit =>
  (declaration) => {
    declaration.services['other'] = {
      ...structuredClone(shop(declaration)),
      namespace,
      tier,
    };
  };

test.each([
  ['critical', 'other', 'cluster-corruption', 30],
  ['standard', 'other', 'cluster-corruption', 15],
  // ArgoCD comes last, whatever its tier.
  ['critical', 'argocd', 'cluster-corruption', 15],
  // Nothing else has to be restored.
  ['critical', 'other', 'namespace-deletion', 15],
  // A namespace comes back whole.
  ['standard', 'shop', 'cluster-corruption', 30],
  ['standard', 'shop', 'namespace-deletion', 30],
] as const)('with another %s service in %s, a %s waits for %i GiB', (...row) => {
  const [tier, namespace, scenario, gibibytes] = row;
  const proof = prove(primaryEnvironment(other(tier, namespace))).find(
    (one) => one.service === 'shop' && one.scenario === scenario,
  );
  const download = proof?.time?.terms.find(({ name }) => name === 'file-level-download');
  expect(download?.amount).toEqual({ unit: 'bytes', count: gibibytes * 1024 ** 3 });
});

const countsPods = { check: 'objects', resource: 'pods', atLeast: 1 };

/** What a service without volumes waits for. */
function volumeTermsOfBare(scenario: Scenario): string[] {
  const proof = prove(
    primaryEnvironment((declaration) => {
      other('standard', 'other')(declaration);
      const { other: bare } = declaration.services;
      if (bare) Object.assign(bare, { volumes: {}, verification: [countsPods] });
    }),
  ).find((one) => one.service === 'other' && one.scenario === scenario);
  return terms(proof as Proof).filter((term) => /volume|download/.test(term));
}

test('a service without volumes waits for those that come before it, in a cluster', () => {
  expect(volumeTermsOfBare('cluster-corruption')).toEqual(['file-level-download 307.2 76.8']);
  expect(volumeTermsOfBare('namespace-deletion')).toEqual([]);
});

test('the budgets of all phases, in their order, are the recovery time', () => {
  expect.hasAssertions();
  for (const { scenario, time } of some(prove(primaryEnvironment()))) {
    if (!time) continue;
    const budgets = phaseBudgets(time);
    expect([...budgets.keys()]).toEqual(phasesOf(scenario));
    expect(Math.ceil([...budgets.values()].reduce((sum, worst) => sum + worst, 0))).toBe(
      Math.ceil(time.worst),
    );
  }
});
