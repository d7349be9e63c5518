import { days, gib, hours, mib, minutes } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import { prove } from '@resilience/recovery/prove';
import { breachedIn } from '@resilience/recovery/waived';
import { expect, test } from 'vitest';

import {
  change,
  declare,
  editedProduction,
  remove,
  replicate,
  serviceOf,
  volumeOf,
} from './production.ts';

/** The objectives that an edit of production's declaration breaks, by service and disaster. */
const breachesOf = (edit: (declaration: CompleteInput) => void): string[] =>
  prove(editedProduction(edit)).flatMap((proof) =>
    breachedIn(proof).map((objective) => `${proof.service} ${proof.scenario} ${objective}`),
  );

const inRegion = ['volume-corruption', 'namespace-deletion', 'cluster-corruption'];
const fromReplica = ['region-failure', 'bucket-loss', 'key-loss'];
const early = [...inRegion, ...fromReplica];
const late = ['malicious-deletion', 'late-discovery'];
const all = [...early, ...late];

const rpoOf = (services: string[], scenarios: string[]): string[] =>
  services.flatMap((service) => scenarios.map((scenario) => `${service} ${scenario} rpo`));
const rtoOf = (services: string[], scenarios: string[]): string[] =>
  services.flatMap((service) => scenarios.map((scenario) => `${service} ${scenario} rto`));

const everyone = [
  'orders',
  'catalog',
  'media',
  'storefront',
  'monitoring',
  'argocd',
  'certificates',
];
const critical = ['orders', 'catalog'];
const others = everyone.filter((service) => !critical.includes(service));
/** Snapshots are gone, or in reach of who deleted the rest. */
const withoutSnapshots = ['region-failure', 'key-loss', 'malicious-deletion'];

const edits: [string, (declaration: CompleteInput) => void, string[]][] = [
  ['nothing is changed', () => {}, []],
  ['the daily schedule is gone', remove('daily'), []],
  ['the weekly and the monthly one are gone', remove('weekly', 'monthly'), []],
  [
    'the half-daily one is gone',
    remove('half-daily-offsite'),
    [...rpoOf(others, all), ...rpoOf(critical, late)],
  ],
  [
    'the half-daily one fires once a day, and takes turns with the daily one where snapshots serve',
    change('half-daily-offsite', { cron: '0 14 * * *' }),
    [
      // Objects are in the replica a quarter of an hour later.
      ...rpoOf(['media', 'storefront', 'argocd', 'certificates'], []),
      ...rpoOf(['monitoring'], withoutSnapshots),
      ...rpoOf(critical, ['malicious-deletion']),
    ],
  ],
  [
    'the half-daily one leaves out the night of Sunday',
    change('half-daily-offsite', { cron: '0 8,20 * * 1-6' }),
    // In the region the weekly one of Sunday at three helps until the daily one of Monday is made.
    [
      ...rpoOf(others, [...fromReplica, 'malicious-deletion']),
      ...rpoOf(critical, ['malicious-deletion']),
    ],
  ],
  [
    'the half-daily one fires every six hours',
    change('half-daily-offsite', { cron: '0 */6 * * *' }),
    [],
  ],
  [
    'the half-daily one may take twelve hours',
    change('half-daily-offsite', { durationBudget: hours(12) }),
    [...rpoOf(['monitoring'], withoutSnapshots), ...rpoOf(critical, ['malicious-deletion'])],
  ],
  [
    'the half-daily one may take a minute less than that, and the lag',
    change('half-daily-offsite', { durationBudget: minutes(12 * 60 - 15) }),
    [],
  ],
  [
    'the half-daily one keeps its copies in the region',
    change('half-daily-offsite', { volumes: 'snapshots' }),
    // The others have only objects and copies of files, and those are in the bucket.
    [...rpoOf(['monitoring'], withoutSnapshots), ...rpoOf(critical, ['malicious-deletion'])],
  ],
  [
    'the half-daily one is kept for a week',
    change('half-daily-offsite', { retention: days(7) }),
    [...rpoOf(everyone, late)],
  ],
  [
    'the half-daily one is kept just as long as mistakes may stay unseen, and a backup is old',
    change('half-daily-offsite', { retention: minutes((10 * 24 + 14) * 60 + 15) }),
    [],
  ],
  [
    'and a minute less',
    change('half-daily-offsite', { retention: minutes((10 * 24 + 14) * 60 + 14) }),
    [...rpoOf(everyone, ['malicious-deletion'])],
  ],
  ['the four-hourly one is gone', remove('four-hourly-critical'), rpoOf(critical, early)],
  [
    'the four-hourly one is for orders alone',
    change('four-hourly-critical', { covers: ['orders'] }),
    rpoOf(['catalog'], early),
  ],
  [
    'the four-hourly one fires every eight hours',
    change('four-hourly-critical', { cron: '30 */8 * * *' }),
    [],
  ],
  [
    'the four-hourly one fires every twelve hours',
    change('four-hourly-critical', { cron: '30 */12 * * *' }),
    [],
  ],
  [
    'the four-hourly one fires every twelve hours, and is alone',
    (declaration) => {
      remove('daily', 'half-daily-offsite')(declaration);
      change('four-hourly-critical', { cron: '30 */12 * * *' })(declaration);
    },
    [...rpoOf(others, all), ...rpoOf(critical, all)],
  ],
  [
    'the four-hourly one keeps its copies in the region',
    change('four-hourly-critical', { volumes: 'snapshots' }),
    rpoOf(critical, ['region-failure', 'key-loss']),
  ],
  [
    'the four-hourly one rests at weekends',
    change('four-hourly-critical', { cron: '30 */4 * * 1-5' }),
    rpoOf(critical, early),
  ],
  [
    'the replica is gone',
    replicate({ to: 'nowhere', reason: 'It is only a rehearsal.' }),
    rpoOf(everyone, [...fromReplica, 'malicious-deletion']),
  ],
  [
    'nobody may read the replica',
    replicate({ to: 'dr-region', maximumLag: minutes(15), readBy: [] }),
    rpoOf(everyone, [...fromReplica, 'malicious-deletion']),
  ],
  [
    'the replica is half a day behind',
    replicate({ to: 'dr-region', maximumLag: hours(12), readBy: ['dr'] }),
    [...rpoOf(everyone, [...fromReplica, 'malicious-deletion'])],
  ],
  [
    'the replica is an hour behind',
    replicate({ to: 'dr-region', maximumLag: hours(1), readBy: ['dr'] }),
    [],
  ],
  [
    'orders declares four hours',
    declare('orders', 'volume-corruption', { rpo: hours(4) }),
    rpoOf(['orders'], ['volume-corruption']),
  ],
  [
    'storefront declares to be back in ten minutes',
    declare('storefront', 'namespace-deletion', { rto: minutes(10) }),
    rtoOf(['storefront'], ['namespace-deletion']),
  ],
  [
    'the database of orders is copied from its files',
    (declaration) => {
      volumeOf(declaration, 'orders', 'postgres-data').backup = { method: 'file-system' };
    },
    [],
  ],
  [
    'the database of orders is not backed up',
    (declaration) => {
      volumeOf(declaration, 'orders', 'postgres-data').backup = {
        method: 'skip',
        reason: 'It is made again from events.',
      };
    },
    rpoOf(['orders'], [...early, 'malicious-deletion', 'late-discovery']),
  ],
  [
    'the uploads are snapshotted, and the half-daily copies stay in the region',
    (declaration) => {
      volumeOf(declaration, 'media', 'uploads').backup = { method: 'snapshot' };
      change('half-daily-offsite', { volumes: 'snapshots' })(declaration);
    },
    [
      ...rpoOf(['media', 'monitoring'], withoutSnapshots),
      ...rpoOf(critical, ['malicious-deletion']),
    ],
  ],
  [
    'the database of orders grows to 200 GiB',
    (declaration) => {
      volumeOf(declaration, 'orders', 'postgres-data').size = gib(200);
    },
    [
      ...rtoOf(['orders'], ['volume-corruption', 'namespace-deletion', 'bucket-loss', 'key-loss']),
      ...rtoOf(critical, ['cluster-corruption', 'region-failure']),
    ],
  ],
  [
    'files come down a tenth slower',
    ({ recovery }) => {
      recovery.rates['file-level-download'] = { expected: mib(200), atLeast: mib(90) };
    },
    [],
  ],
  [
    'the uploads become critical, and everything critical waits for them',
    (declaration) => {
      serviceOf(declaration, 'media').tier = 'critical';
    },
    rtoOf(critical, ['cluster-corruption', 'region-failure']),
  ],
  [
    'an intruder stays unseen for a month',
    ({ recovery }) => {
      recovery.detection['malicious-deletion'] = { expected: days(1), atMost: days(30) };
    },
    rpoOf(everyone, ['malicious-deletion']),
  ],
  [
    'who is paged takes an hour to decide',
    ({ recovery }) => {
      recovery.decision['volume-corruption'] = { expected: minutes(5), atMost: hours(1) };
    },
    rtoOf(['orders', 'catalog', 'media', 'monitoring'], ['volume-corruption']),
  ],
];

test.each(edits)('%s', (_, edit, expected) => {
  expect(breachesOf(edit).toSorted()).toEqual(expected.toSorted());
});
