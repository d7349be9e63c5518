import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

import { days, hours, minutes } from '@resilience/config';
import type { DeclarationInput } from '@resilience/config/declaration';
import { withOwnBackups } from '@resilience/config/environment';
import { parse } from '@resilience/config/parse';
import { prove } from '@resilience/recovery/prove';
import { expect, test } from 'vitest';

import { repositoryRoot } from '../src/repository-root.ts';

const path = join(repositoryRoot, 'environments/production/config.ts');
const { default: production } = (await import(pathToFileURL(path).href)) as {
  default: DeclarationInput;
};

/** The breaches that an edit of production's declaration brings, by service and disaster. */
function breachesOf(edit: (declaration: DeclarationInput) => void): string[] {
  const declaration = structuredClone(production);
  edit(declaration);
  const parsed = parse(declaration);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return prove(withOwnBackups(parsed.declaration)).flatMap(({ service, scenario, verdict }) =>
    verdict === 'breached' ? [`${service} ${scenario}`] : [],
  );
}

const schedule = (declaration: DeclarationInput, name: string) => {
  const found = declaration.schedules[name];
  if (!found) throw new Error(`no schedule ${name}`);
  return found;
};

const change =
  (name: string, changes: Partial<DeclarationInput['schedules'][string]>) =>
  (declaration: DeclarationInput): void => {
    Object.assign(schedule(declaration, name), changes);
  };

const remove =
  (...names: string[]) =>
  ({ schedules }: DeclarationInput): void => {
    for (const name of names) delete schedules[name];
  };

const replicate =
  (replication: object) =>
  ({ storage }: DeclarationInput): void => {
    if (storage.kind === 'bucket') Object.assign(storage, { replication });
  };

const restored = ['volume-corruption', 'namespace-deletion', 'cluster-corruption'];
const all = [...restored, 'region-failure'];
const each = (services: string[], scenarios: string[]): string[] =>
  services.flatMap((service) => scenarios.map((scenario) => `${service} ${scenario}`));
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

const edits: [string, (declaration: DeclarationInput) => void, string[]][] = [
  ['nothing is changed', () => {}, []],
  ['the daily schedule is gone', remove('daily'), []],
  ['the weekly and the monthly one are gone', remove('weekly', 'monthly'), []],
  ['the half-daily one is gone', remove('half-daily-offsite'), each(others, all)],
  [
    'the half-daily one fires once a day',
    change('half-daily-offsite', { cron: '0 8 * * *' }),
    each(others, all),
  ],
  [
    'the half-daily one leaves out the night of Sunday',
    change('half-daily-offsite', { cron: '0 8,20 * * 1-6' }),
    each(others, all),
  ],
  [
    'the half-daily one fires every six hours',
    change('half-daily-offsite', { cron: '0 */6 * * *' }),
    [],
  ],
  [
    'the half-daily one may take twelve hours',
    change('half-daily-offsite', { durationBudget: hours(12) }),
    each(others, ['region-failure']),
  ],
  [
    'the half-daily one may take a minute less than that, and the lag',
    change('half-daily-offsite', { durationBudget: minutes(12 * 60 - 15) }),
    [],
  ],
  [
    'the half-daily one keeps its copies in the region',
    change('half-daily-offsite', { volumes: 'snapshots' }),
    // Services without volumes have nothing to lose but objects, and those are in the bucket.
    ['monitoring region-failure'],
  ],
  ['the four-hourly one is gone', remove('four-hourly-critical'), each(critical, all)],
  [
    'the four-hourly one is for orders alone',
    change('four-hourly-critical', { covers: ['orders'] }),
    each(['catalog'], all),
  ],
  [
    'the four-hourly one fires every eight hours',
    change('four-hourly-critical', { cron: '30 */8 * * *' }),
    [],
  ],
  [
    'the four-hourly one fires every twelve hours',
    change('four-hourly-critical', { cron: '30 */12 * * *' }),
    each(critical, all),
  ],
  [
    'the four-hourly one keeps its copies in the region',
    change('four-hourly-critical', { volumes: 'snapshots' }),
    each(critical, ['region-failure']),
  ],
  [
    'the four-hourly one rests at weekends',
    change('four-hourly-critical', { cron: '30 */4 * * 1-5' }),
    each(critical, all),
  ],
  [
    'the replica is gone',
    replicate({ to: 'nowhere', reason: 'It is only a rehearsal.' }),
    each(everyone, ['region-failure']),
  ],
  [
    'the replica is half a day behind',
    replicate({ to: 'dr-region', maximumLag: hours(12), readBy: ['dr'] }),
    each(everyone, ['region-failure']),
  ],
  [
    'the replica is an hour behind',
    replicate({ to: 'dr-region', maximumLag: hours(1), readBy: ['dr'] }),
    [],
  ],
  ['backups are kept for less', change('half-daily-offsite', { retention: days(2) }), []],
  [
    'orders declares four hours',
    ({ services }) => {
      const { orders } = services;
      if (!orders) return;
      // Other services share the object.
      const sooner = { ...orders.objectives['volume-corruption'], rpo: hours(4) };
      orders.objectives = { ...orders.objectives, 'volume-corruption': sooner };
    },
    ['orders volume-corruption'],
  ],
  [
    'the database of orders is copied from its files',
    ({ services }) => {
      const volume = services['orders']?.volumes['postgres-data'];
      if (volume) volume.backup = { method: 'file-system' };
    },
    [],
  ],
  [
    'the uploads are snapshotted, and the half-daily copies stay in the region',
    (declaration) => {
      const volume = declaration.services['media']?.volumes['uploads'];
      if (volume) volume.backup = { method: 'snapshot' };
      schedule(declaration, 'half-daily-offsite').volumes = 'snapshots';
    },
    each(['media', 'monitoring'], ['region-failure']),
  ],
];

test.each(edits)('%s', (_, edit, expected) => {
  expect(breachesOf(edit).toSorted()).toEqual(expected.toSorted());
});
