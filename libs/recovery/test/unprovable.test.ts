import { minutes } from '@resilience/config/duration';
import { objective } from '@resilience/config/fixtures/objectives';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { holds, type Proof } from '../src/prove.ts';
import { type Edit, proofs } from './edits.ts';

const restored = ['volume-corruption', 'namespace-deletion', 'cluster-corruption'];
const replicated = ['region-failure', 'bucket-loss', 'key-loss', 'malicious-deletion'];
const all = [...restored, ...replicated, 'late-discovery'];

const unknown: [string, Edit, string[], string[]][] = [
  [
    'how long detection takes',
    ({ recovery }) => delete recovery.detection['region-failure'],
    ['region-failure'],
    ['recovery.detection.region-failure'],
  ],
  [
    'when mistakes are found',
    ({ recovery }) => delete recovery.detection['late-discovery'],
    ['late-discovery'],
    ['recovery.detection.late-discovery'],
  ],
  [
    'how long a decision takes',
    ({ recovery }) => delete recovery.decision['key-loss'],
    ['key-loss'],
    ['recovery.decision.key-loss'],
  ],
  [
    'how long a cluster takes to build',
    ({ recovery }) => delete recovery.steps['cluster-build'],
    ['cluster-corruption', 'malicious-deletion'],
    ['recovery.steps.cluster-build'],
  ],
  [
    'how fast objects are made',
    ({ recovery }) => delete recovery.rates['object-creation'],
    all,
    ['recovery.rates.object-creation'],
  ],
  [
    'how long a check takes, and how fast files come down',
    ({ recovery }) => {
      delete recovery.steps.check;
      delete recovery.rates['file-level-download'];
    },
    all,
    ['recovery.rates.file-level-download', 'recovery.steps.check'],
  ],
];

test.each(unknown)('without knowing %s, nothing is proved', (_, edit, scenarios, missing) => {
  const open = Object.values(proofs(edit)).filter((proof) => !holds(proof));
  expect(open.map(({ verdict, scenario }) => `${scenario} ${verdict}`).toSorted()).toEqual(
    scenarios.map((scenario) => `${scenario} unprovable`).toSorted(),
  );
  for (const proof of some(open)) expect(proof.missing).toEqual(missing);
});

test('what is breached whatever the time is not called unprovable', () => {
  const { verdict, missing } = proofs((declaration) => {
    delete declaration.recovery.decision['key-loss'];
    objective(declaration, 'key-loss').rpo = minutes(1);
  })['key-loss'] as Proof;
  expect({ verdict, missing }).toEqual({
    verdict: 'breached',
    missing: ['recovery.decision.key-loss'],
  });
});
