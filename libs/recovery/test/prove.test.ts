import { type Duration, days, hours, minutes, seconds } from '@resilience/config/duration';
import { objective } from '@resilience/config/fixtures/objectives';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import type { Proof } from '../src/prove.ts';
import { type Edit, proofs, schedule, shop, snapshotFiles, replication, nowhere } from './edits.ts';

test('a pod that fails loses nothing, and is back when it has started', () => {
  expect(proofs()['pod-failure']).toMatchObject({
    verdict: 'proved',
    rpo: { worst: seconds(0) },
    rto: { worst: minutes(1), expected: seconds(30) },
    plan: [],
  });
});

test('the most is lost over the gap, the backup and, away from the bucket, the way to the replica', () => {
  const [inRegion] = proofs()['volume-corruption']?.plan ?? [];
  expect(inRegion).toMatchObject({
    schedule: 'hourly',
    loss: { gap: hours(1), duration: minutes(20), lag: seconds(0), total: minutes(80) },
    expectedLoss: minutes(50),
    location: {
      bucket: 'acme-primary-backups-eu-west-1',
      region: 'eu-west-1',
      keyAlias: 'alias/acme-primary-backups-eu-west-1',
      repositorySecret: 'acme-primary-velero-repository',
    },
    reach: { needed: minutes(80), kept: days(7) },
  });
  const [elsewhere] = proofs()['region-failure']?.plan ?? [];
  expect(elsewhere).toMatchObject({
    loss: { lag: minutes(15), total: minutes(95) },
    location: { bucket: 'acme-primary-backups-eu-central-1', region: 'eu-central-1' },
  });
});

const restored = ['volume-corruption', 'namespace-deletion', 'cluster-corruption'];
const replicated = ['region-failure', 'bucket-loss', 'key-loss', 'malicious-deletion'];
const all = [...restored, ...replicated, 'late-discovery'];

/** What a change does to the verdicts of a service that is proved everywhere before it. */
const edits: [string, Edit, string[]][] = [
  ['nothing', () => {}, []],
  [
    'without the hourly schedule, a daily backup holds no day, and its snapshots no region',
    (declaration) => delete declaration.schedules['hourly'],
    all,
  ],
  [
    'a backup that takes as long as it may, and a minute',
    (declaration) => {
      for (const name of ['daily', 'hourly']) schedule(declaration, name).cron = '0 2 * * *';
      schedule(declaration, 'hourly').durationBudget = minutes(1);
    },
    all,
  ],
  [
    'two daily ones that take turns hold a day together where both can serve',
    (declaration) => {
      schedule(declaration, 'hourly').cron = '0 14 * * *';
    },
    replicated.filter((scenario) => scenario !== 'bucket-loss'),
  ],
  [
    'copies that stay in the region',
    (declaration) => {
      schedule(declaration, 'hourly').volumes = 'snapshots';
    },
    ['region-failure', 'key-loss', 'malicious-deletion'],
  ],
  ['a bucket that is not replicated', nowhere, replicated],
  ['a replica that nobody may read', replication({ readBy: [] }), replicated],
  ['a replica that is a day behind', replication({ maximumLag: days(1) }), replicated],
  [
    'an objective of an hour',
    (declaration) => {
      objective(declaration, 'volume-corruption').rpo = hours(1);
    },
    ['volume-corruption'],
  ],
  [
    'an objective of ten minutes',
    (declaration) => {
      objective(declaration, 'namespace-deletion').rto = minutes(10);
    },
    ['namespace-deletion'],
  ],
  [
    'a schedule for weekdays only',
    (declaration) => {
      schedule(declaration, 'hourly').cron = '15 * * * 1-5';
    },
    all,
  ],
  [
    'backups that are kept for less than until mistakes are found',
    (declaration) => {
      schedule(declaration, 'hourly').retention = days(5);
    },
    // Five days and 80 minutes; daily snapshots are still there, and lose more than a day.
    ['malicious-deletion', 'late-discovery'],
  ],
  [
    'a disk that is read at a tenth of the speed',
    ({ recovery }) => {
      Object.assign(recovery.rates['file-level-download'] ?? {}, {
        atLeast: { bytes: 5 * 1024 ** 2 },
      });
    },
    // 51 minutes and 12 seconds for 15 GiB; a late discovery counts from when it is made.
    [...restored, 'region-failure', 'bucket-loss', 'key-loss'],
  ],
];

test.each(edits)('%s', (_, edit, breached) => {
  const verdicts = Object.values(proofs(edit));
  expect(
    verdicts
      .flatMap(({ verdict, scenario }) => (verdict === 'breached' ? [scenario] : []))
      .toSorted(),
  ).toEqual(breached.toSorted());
});

test('what no copy outlives is named', () => {
  expect(proofs(nowhere)['region-failure']).toMatchObject({
    lost: ['its objects', 'data', 'files'],
    rpo: { worst: undefined, holds: false },
    excluded: [
      { schedule: 'daily', why: 'its bucket is not replicated' },
      { schedule: 'hourly', why: 'its bucket is not replicated' },
    ],
  });
  const { lost } = proofs((declaration) => {
    schedule(declaration, 'hourly').volumes = 'snapshots';
  })['region-failure'] as Proof;
  // Files are copied in any case.
  expect(lost).toEqual(['data']);
});

const skip =
  (content: 'postgres' | 'cache' | 'logs'): Edit =>
  (declaration) => {
    Object.assign(shop(declaration).volumes['data'] ?? {}, {
      content,
      backup: { method: 'skip', reason: 'Nobody has asked for it.' },
    });
  };

test.each([
  ['postgres', ['data'], 'breached'],
  ['cache', [], 'proved-in-part'],
  ['logs', [], 'proved-in-part'],
] as const)('%s that is not backed up is lost, or fills itself again', (content, lost, verdict) => {
  const found = proofs(skip(content));
  expect(found['volume-corruption']).toMatchObject({ lost, verdict });
  expect(found['volume-corruption']?.rpo.worst).toEqual(
    verdict === 'breached' ? undefined : minutes(80),
  );
  // Where volumes stay, nothing is missing.
  expect(found['pod-failure']).toMatchObject({ lost: [], verdict: 'proved' });
});

test.each(['postgres', 'cache', 'logs'] as const)(
  'each disaster that takes volumes names %s that no backup holds, and the reason',
  (content) => {
    const cache = {
      volume: 'cache',
      content: 'cache',
      reason: 'The cache fills itself again.',
    };
    const data = { volume: 'data', content, reason: 'Nobody has asked for it.' };
    const { 'pod-failure': kept, ...taken } = proofs(skip(content));
    expect(Object.values(taken).map(({ neverRecovered }) => neverRecovered)).toEqual(
      all.map(() => [data, cache]),
    );
    expect(kept?.neverRecovered).toEqual([]);
  },
);

const verdictsOf = (edit?: Edit) => Object.values(proofs(edit)).map(({ verdict }) => verdict);

test('a service is proved as a whole only where every volume is in a backup', () => {
  expect(verdictsOf()).toEqual(['proved', ...all.map(() => 'proved-in-part')]);
  expect(verdictsOf((declaration) => delete shop(declaration).volumes['cache'])).toEqual(
    ['proved', ...all].map(() => 'proved'),
  );
});

test('whatever an edit leaves, data is in a backup, is named with its reason, or is a breach', () => {
  for (const [, edit] of edits) {
    for (const proof of some(Object.values(proofs(edit)))) {
      const open = proof.plan.length === 0 && proof.scenario !== 'pod-failure';
      expect(proof.lost.length > 0).toBe(open);
      expect(proof.rpo.holds && open).toBe(false);
    }
  }
});

test('a backup of the cluster leaves out the namespace of Velero, and brings nothing in it back', () => {
  const { candidates, excluded } = proofs((declaration) => {
    shop(declaration).namespace = 'velero';
  })['volume-corruption'] as Proof;
  expect(candidates.map((one) => one.schedule)).toEqual(['hourly']);
  expect(excluded).toMatchObject([{ schedule: 'daily', why: 'does not cover the service' }]);
});

/** Where snapshots come back quicker than the copies of files that are made every hour. */
function within(rto: Duration) {
  const { plan, verdict } = proofs((declaration) => {
    snapshotFiles(declaration);
    objective(declaration, 'volume-corruption').rto = rto;
  })['volume-corruption'] as Proof;
  return [plan.map(({ schedule: name }) => name), verdict];
}

test('any backup can be the newest: the slowest counts, whichever schedule loses least', () => {
  expect(within(minutes(10))).toEqual([['hourly'], 'breached']);
  expect(within(minutes(13))).toEqual([['hourly'], 'proved-in-part']);
});
