import { hours, minutes } from '@resilience/config/duration';
import { objective } from '@resilience/config/fixtures/objectives';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { type Proof, prove } from '../src/prove.ts';
import { type Edit, nowhere, proofs, replication, schedule, shop, snapshotFiles } from './edits.ts';

const excluded = (edit: Edit, scenario: string): string[] =>
  prove(primaryEnvironment(edit))
    .filter((proof) => proof.service === 'shop' && proof.scenario === scenario)
    .flatMap((proof) => proof.excluded.map(({ schedule: name, why }) => `${name} ${why}`));

const reasons: [string, Edit, string, string[]][] = [
  [
    'a schedule of other services',
    (declaration) => {
      declaration.services['other'] = { ...shop(declaration), namespace: 'other' };
      schedule(declaration, 'hourly').covers = ['other'];
    },
    'volume-corruption',
    ['hourly does not cover the service'],
  ],
  [
    'snapshots, when the region is lost',
    snapshotFiles,
    'region-failure',
    ['daily has only snapshots, which stay in the region, of: data, files'],
  ],
  [
    'snapshots, when their key is lost',
    () => {},
    'key-loss',
    ['daily has only snapshots, which are lost with it, of: data'],
  ],
  [
    'no replica',
    nowhere,
    'bucket-loss',
    ['daily its bucket is not replicated', 'hourly its bucket is not replicated'],
  ],
  [
    'a replica without readers',
    replication({ readBy: [] }),
    'bucket-loss',
    ['daily no environment may read its replica', 'hourly no environment may read its replica'],
  ],
  [
    'a retention that ends before mistakes are found',
    (declaration) => {
      schedule(declaration, 'hourly').retention = minutes(5 * 24 * 60 + 79);
    },
    'late-discovery',
    ['hourly is kept 5 d 1 h 19 min, and must reach back 5 d 1 h 20 min'],
  ],
  [
    'a retention that ends just then is enough',
    (declaration) => {
      schedule(declaration, 'hourly').retention = minutes(5 * 24 * 60 + 80);
    },
    'late-discovery',
    [],
  ],
];

test.each(reasons)('%s', (_, edit, scenario, why) => {
  expect(excluded(edit, scenario)).toEqual(why);
});

const planOf = (edit: Edit): string[] =>
  (proofs(edit)['volume-corruption'] as Proof).plan.map((one) => one.schedule);

test('candidates come with the least loss first, and none is among the excluded', () => {
  const proof = proofs((declaration) => {
    schedule(declaration, 'daily').cron = '0 2 * * *';
  })['volume-corruption'] as Proof;
  expect(proof.candidates.map((one) => one.schedule)).toEqual(['hourly', 'daily']);
  expect(proof.excluded).toEqual([]);
  expect(proofs()['pod-failure']).toMatchObject({ candidates: [], excluded: [], lost: [] });
});

test.each<[string, Edit, string[]]>([
  ['the one with the least loss', () => {}, ['hourly']],
  [
    'an RPO that is just held is held',
    (declaration) => {
      objective(declaration, 'volume-corruption').rpo = minutes(80);
      objective(declaration, 'volume-corruption').rto = { seconds: 758 };
    },
    ['hourly'],
  ],
  [
    'the one with the least loss, also where another is quicker',
    (declaration) => {
      snapshotFiles(declaration);
      Object.assign(objective(declaration, 'volume-corruption'), {
        rpo: hours(26),
        rto: minutes(1),
      });
    },
    ['hourly'],
  ],
  [
    'both together, where none holds it alone',
    (declaration) => {
      schedule(declaration, 'hourly').cron = '0 14 * * *';
    },
    ['hourly', 'daily'],
  ],
  [
    'the least bad one, where not even both together do',
    (declaration) => {
      schedule(declaration, 'hourly').cron = '0 14 * * *';
      objective(declaration, 'volume-corruption').rpo = hours(12);
    },
    ['hourly'],
  ],
  [
    'no schedule that skips firings takes turns with another',
    (declaration) => {
      schedule(declaration, 'hourly').cron = '0 14,15 * * *';
      schedule(declaration, 'hourly').durationBudget = minutes(61);
    },
    ['daily'],
  ],
])('of the schedules is taken %s', (_, edit, plan) => {
  expect(planOf(edit)).toEqual(plan);
});

test('together they lose what is between them, as expected no more than the better one', () => {
  const { rpo, time } = proofs((declaration) => {
    schedule(declaration, 'hourly').cron = '0 14 * * *';
    snapshotFiles(declaration);
  })['volume-corruption'] as Proof;
  // From 14 to 2 at 3, when the daily one is there; alone, half a day and 20 minutes are expected.
  expect(rpo).toMatchObject({ worst: hours(13), expected: minutes(12 * 60 + 20) });
  // Copies come back slower than snapshots: whichever is the newest, the slower counts.
  expect(time?.terms.map(({ name }) => name)).toContain('file-level-download');
});
