import type { DeclarationInput } from '@resilience/config/declaration';
import { days, hours, minutes } from '@resilience/config/duration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { type Proof, prove } from '../src/prove.ts';

const proofs = (edit?: (declaration: DeclarationInput) => void): Record<string, Proof> =>
  Object.fromEntries(
    prove(primaryEnvironment(edit)).map((proof) => [`${proof.service} ${proof.scenario}`, proof]),
  );

const schedule = (declaration: DeclarationInput, name: string) => {
  const found = declaration.schedules[name];
  if (!found) throw new Error(`no schedule ${name}`);
  return found;
};

const nowhere = { to: 'nowhere', reason: 'It is only a rehearsal.' } as const;

test('a pod that fails loses nothing', () => {
  expect(proofs()['shop pod-failure']).toMatchObject({ verdict: 'proved', loss: undefined });
});

test('the worst is the gap, the backup and, when the region is lost, the way to the other', () => {
  expect(proofs()['shop volume-corruption']?.loss).toEqual({
    schedule: 'hourly',
    gap: hours(1),
    duration: minutes(20),
    lag: { seconds: 0 },
    total: minutes(80),
  });
  expect(proofs()['shop region-failure']?.loss).toMatchObject({
    lag: minutes(15),
    total: minutes(95),
  });
});

/** What a change does to the verdicts of a service that is proved everywhere before it. */
const edits: [string, (declaration: DeclarationInput) => void, string[]][] = [
  ['nothing', () => {}, []],
  [
    'without the hourly schedule, a daily backup holds no day, and its snapshots no region',
    (declaration) => delete declaration.schedules['hourly'],
    ['volume-corruption', 'namespace-deletion', 'cluster-corruption', 'region-failure'],
  ],
  [
    'a backup that takes as long as it may, and a minute',
    (declaration) => {
      for (const name of ['daily', 'hourly']) schedule(declaration, name).cron = '0 2 * * *';
      schedule(declaration, 'hourly').durationBudget = minutes(1);
    },
    ['volume-corruption', 'namespace-deletion', 'cluster-corruption', 'region-failure'],
  ],
  [
    'copies that stay in the region',
    (declaration) => {
      schedule(declaration, 'hourly').volumes = 'snapshots';
    },
    ['region-failure'],
  ],
  [
    'a bucket that is not replicated',
    ({ storage }) => {
      if (storage.kind === 'bucket') storage.replication = nowhere;
    },
    ['region-failure'],
  ],
  [
    'a replica that is a day behind',
    ({ storage }) => {
      if (storage.kind === 'bucket' && storage.replication.to === 'dr-region') {
        storage.replication.maximumLag = days(1);
      }
    },
    ['region-failure'],
  ],
  [
    'an objective of an hour',
    ({ services }) => {
      if (services['shop']) services['shop'].objectives['volume-corruption'].rpo = hours(1);
    },
    ['volume-corruption'],
  ],
  [
    'a schedule for weekdays only',
    (declaration) => {
      schedule(declaration, 'hourly').cron = '15 * * * 1-5';
    },
    ['volume-corruption', 'namespace-deletion', 'cluster-corruption', 'region-failure'],
  ],
];

test.each(edits)('%s', (_, edit, breached) => {
  const verdicts = Object.values(proofs(edit));
  expect(
    verdicts.flatMap(({ verdict, scenario }) => (verdict === 'breached' ? [scenario] : [])),
  ).toEqual(breached);
});

test('what no copy outlives is named', () => {
  const { lost } = proofs(({ storage }) => {
    if (storage.kind === 'bucket') storage.replication = nowhere;
  })['shop region-failure'] as Proof;
  expect(lost).toEqual(['its objects', 'data', 'files']);
});
