import { days, hours, minutes } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { isUnprotected } from '@resilience/config/scenario';
import { prove } from '@resilience/recovery/prove';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { editsOf } from '../src/edits/index.ts';
import { cheapestMend } from '../src/mend.ts';
import { makesWorse, monthlyCost, savings } from '../src/savings.ts';

type Edit = (declaration: CompleteInput) => void;

const schedule = (declaration: CompleteInput, name: string) => {
  const found = declaration.schedules[name];
  if (!found) throw new Error(`no schedule ${name}`);
  return found;
};

test('every edit changes one place, and what it says', () => {
  const environment = primaryEnvironment();
  const edits = editsOf(environment);
  expect(new Set(edits.map(({ path, to }) => `${path} ${to}`)).size).toBe(edits.length);
  for (const { from, to, environment: edited } of some(edits)) {
    expect(from).not.toBe(to);
    expect(edited).not.toEqual(environment);
  }
  expect(edits.map(({ path, from, to }) => `${path}: ${from} → ${to}`)).toEqual(
    expect.arrayContaining([
      'schedules.daily.cron: 0 2 * * * → 0 2,14 * * *',
      'schedules.daily.cron: 0 2 * * * → 0 */2 * * *',
      'schedules.hourly.cron: 15 * * * * → 15 0 * * *',
      'schedules.daily.retention: 30 d → 7 d',
      'schedules.hourly: declared → removed',
      'schedules.daily.volumes: snapshots → file-level-copies',
      'storage.lifecycle.expireNoncurrentAfter: 30 d → 1 d',
    ]),
  );
});

test('savings save, and make no verdict worse, the largest first', () => {
  const environment = primaryEnvironment((declaration) => {
    schedule(declaration, 'hourly').retention = days(30);
    const { data } = declaration.services['shop']?.volumes ?? {};
    if (data) Object.assign(data, { size: { bytes: 500 * 1024 ** 3 } });
    for (const service of Object.values(declaration.services)) {
      for (const objective of Object.values(service.objectives)) {
        if (!isUnprotected(objective)) objective.rto = hours(8);
      }
    }
  });
  const before = prove(environment);
  const found = savings(environment);
  expect(found.length).toBeGreaterThan(5);
  for (const option of some(found)) {
    expect(monthlyCost(option.environment) - monthlyCost(environment)).toBeCloseTo(
      option.difference,
    );
    expect(makesWorse(before, prove(option.environment))).toBe(false);
  }
  expect(found.map(({ difference }) => difference)).toEqual(
    found.map(({ difference }) => difference).toSorted((a, b) => a - b),
  );
  // Daily snapshots hold nothing that the hourly copies do not.
  expect(found.map(({ path }) => path)).toContain('schedules.daily');
  expect(found.map(({ path }) => path)).not.toContain('schedules.hourly');
});

const mendOf = (edit: Edit, scenario: string): string | undefined => {
  const environment = primaryEnvironment(edit);
  const breached = prove(environment).find((proof) => proof.scenario === scenario);
  if (!breached) throw new Error('no proof');
  const mend = cheapestMend(environment, breached);
  return mend && `${mend.path}: ${mend.from} → ${mend.to}`;
};

test.each<[string, Edit, string, string | undefined]>([
  [
    'a longer retention, where a mistake is found later than backups are kept',
    (declaration) => {
      schedule(declaration, 'hourly').retention = days(3);
    },
    'late-discovery',
    'schedules.hourly.retention: 3 d → 7 d',
  ],
  [
    'a second backup a day, where one leaves more than a day between',
    (declaration) => {
      delete declaration.schedules['hourly'];
    },
    'volume-corruption',
    'schedules.daily.cron: 0 2 * * * → 0 2,14 * * *',
  ],
  [
    'copies off site and more of them, where there are only daily snapshots',
    (declaration) => {
      delete declaration.schedules['hourly'];
    },
    'region-failure',
    'schedules.daily.cron and schedules.daily.volumes: 0 2 * * * and snapshots → 0 2,14 * * * and file-level-copies',
  ],
  [
    'a replica, where there is none',
    ({ storage }) => {
      if (storage.kind !== 'bucket') return;
      storage.replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
    },
    'key-loss',
    'storage.replication.to: nowhere → dr-region',
  ],
  [
    'a snapshot, where a database is not backed up',
    ({ services }) => {
      Object.assign(services['shop']?.volumes['data'] ?? {}, {
        backup: { method: 'skip', reason: 'Nobody has asked for it.' },
      });
    },
    'volume-corruption',
    'services.shop.volumes.data.backup.method: skip → snapshot',
  ],
  [
    'nothing, where people take longer than the objective',
    ({ recovery }) => {
      recovery.decision['key-loss'] = { expected: minutes(5), atMost: hours(2) };
    },
    'key-loss',
    undefined,
  ],
])('%s', (_, edit, scenario, mend) => {
  expect(mendOf(edit, scenario)).toBe(mend);
});
