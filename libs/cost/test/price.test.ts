import { days, gib, hours, minutes, percent } from '@resilience/config';
import type { CompleteInput } from '@resilience/config/declaration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { loneEnvironment } from '@resilience/config/fixtures/places';
import { expect, test } from 'vitest';

import { price, snapshotPrices, unpricedRegions } from '../src/price.ts';
import { pricedOn, priceList, pricesOf } from '../src/price-list.ts';

type Edit = (declaration: CompleteInput) => void;

const partsOf = (edit: Edit): Record<string, readonly number[]> =>
  Object.fromEntries(
    price(primaryEnvironment(edit)).parts.map(({ name, months }) => [name, months]),
  );

const oneSchedule =
  (changes: object = {}, bytes = 100): Edit =>
  (declaration) => {
    declaration.aws.region = 'us-east-1';
    declaration.aws.drRegion = 'us-west-2';
    declaration.cluster.identity = { kind: 'pod-identity' };
    const { daily } = declaration.schedules;
    if (!daily) throw new Error('no schedule');
    declaration.schedules = { daily: { ...daily, ...changes } };
    const { data } = declaration.services['shop']?.volumes ?? {};
    if (!data || !declaration.services['shop']) throw new Error('no volume');
    declaration.services['shop'].volumes = {
      data: { ...data, size: gib(bytes), used: percent(100), dailyChange: percent(0) },
    };
    declaration.services['shop'].verification = [
      { check: 'objects', resource: 'pods', atLeast: 1 },
    ];
  };

const copied = { volumes: 'file-level-copies' as const };

const full = (months: readonly number[] = []): number => months[5] ?? 0;

test('a snapshot of 100 GiB that never change costs 5 dollars a month, wherever it is listed', () => {
  expect(full(partsOf(oneSchedule())['snapshots'])).toBeCloseTo(5);
  expect(full(partsOf(oneSchedule())['file-copies'])).toBe(0);
});

test('100 GiB of files cost STANDARD here, STANDARD_IA and Deep Archive away, and the way there once', () => {
  const parts = partsOf(oneSchedule(copied));
  expect(full(parts['file-copies'])).toBeCloseTo(2.3);
  expect(full(parts['replica'])).toBeCloseTo(1.25);
  expect(full(parts['archive'])).toBeCloseTo(0.099);
  // Replica with time control, archive without.
  expect(parts['replication']?.[0]).toBeCloseTo(100 * (0.02 + 0.015 + 0.02));
  expect(full(parts['replication'])).toBeCloseTo(0);
  // 5,120 packs, written three times.
  expect(parts['requests']?.[0]).toBeCloseTo(5.12 * (0.005 + 0.01 + 0.05));
});

test('the data mover works from a volume and a snapshot for as long as it may take', () => {
  const parts = partsOf(oneSchedule({ ...copied, durationBudget: hours(1) }));
  // January has 31 backups.
  expect(parts['movement']?.[0]).toBeCloseTo((31 * 100 * (0.08 + 0.05)) / 730.5);
  expect(full(partsOf(oneSchedule())['movement'])).toBe(0);
});

const changing =
  (versions: number): Edit =>
  (declaration) => {
    oneSchedule({ ...copied, retention: days(2) })(declaration);
    const { data } = declaration.services['shop']?.volumes ?? {};
    if (data) data.dailyChange = percent(10);
    const { storage } = declaration;
    if (storage.kind === 'bucket') storage.lifecycle.expireNoncurrentAfter = days(versions);
  };

const keepingVersionsFor = (versions: number): number =>
  full(partsOf(changing(versions))['file-copies']);

test('versions of what was freed are paid until they expire', () => {
  // Ten GiB a day.
  expect(keepingVersionsFor(30) - keepingVersionsFor(20)).toBeCloseTo(10 * 10 * 0.023, 1);
});

test('keys cost more after each of their first two rotations', () => {
  const months = partsOf(oneSchedule())['keys-and-secrets'] ?? [];
  // Evidence, backups, password, alarms, volumes; replica, password, alarms, volumes, archive; two secrets.
  expect(months[0]).toBeCloseTo(10 + 0.8);
  expect(months[12]).toBeCloseTo(20 + 0.8);
  expect(price(replicaEnvironment()).total[0]).toBeCloseTo(1);
});

test('without replica and archive nothing is paid in the other region', () => {
  const parts = partsOf((declaration) => {
    oneSchedule(copied)(declaration);
    const { storage } = declaration;
    if (storage.kind !== 'bucket') return;
    storage.replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
    storage.archive = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  });
  for (const name of ['replica', 'archive', 'replication']) expect(full(parts[name])).toBe(0);
  expect(parts['keys-and-secrets']?.[0]).toBeCloseTo(5 + 0.4);
});

const metadataFor = (retention: number): number =>
  full(partsOf(oneSchedule({ retention: days(retention) }))['metadata']);

test('metadata is cheap, and dearer the longer it is kept', () => {
  expect(metadataFor(7)).toBeGreaterThan(0);
  expect(metadataFor(90)).toBeGreaterThan(metadataFor(7));
  expect(metadataFor(90)).toBeLessThan(0.05);
});

test('a region without prices is named, and not guessed', () => {
  const elsewhere = primaryEnvironment((declaration) => {
    declaration.cluster.identity = { kind: 'pod-identity' };
    declaration.aws.drRegion = 'ap-south-1';
  });
  expect(unpricedRegions(elsewhere)).toEqual(['ap-south-1']);
  expect(() => price(elsewhere)).toThrow('ap-south-1');
  expect(pricedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});

const declared = {
  lookedUpOn: '2026-11-20',
  stored: { STANDARD: 0.025, STANDARD_IA: 0.0138, GLACIER_IR: 0.005, DEEP_ARCHIVE: 0.002 },
  written: { STANDARD: 0.005, STANDARD_IA: 0.01, GLACIER_IR: 0.02, DEEP_ARCHIVE: 0.06 },
  snapshot: 0.05,
  volume: 0.09,
  transfer: 0.09,
  replicationTime: 0.015,
  key: 1,
  secret: 0.4,
};

test('a region is priced by what is declared of it', () => {
  const elsewhere = primaryEnvironment((declaration) => {
    declaration.aws.drRegion = 'ap-south-1';
    declaration.prices = { 'ap-south-1': declared };
  });
  expect(unpricedRegions(elsewhere)).toEqual([]);
  expect(pricesOf(elsewhere, 'ap-south-1')?.transfer).toBe(0.09);
  expect(price(elsewhere).total.at(-1)).toBeGreaterThan(0);
});

test('what is declared counts before the list', () => {
  const dear = primaryEnvironment((declaration) => {
    declaration.prices = { 'eu-west-1': { ...declared, snapshot: 5 } };
  });
  expect(pricesOf(dear, 'eu-west-1')?.snapshot).toBe(5);
  expect(pricesOf(dear, 'eu-central-1')).toBe(priceList['eu-central-1']);
});

test('no name of an object is taken for a region', () => {
  expect(pricesOf({ prices: {} }, 'constructor')).toBeUndefined();
});

/**
 * The requirements' example, 100 GB: "Month 1: ~$15 (Standard + snapshots), Month 2-3: ~$8 (IA +
 * snapshots), Month 4+: ~$5 (Glacier + snapshots)", at 0.025, 0.0125, 0.004 and 0.05 a gigabyte.
 */
const example = (change: number): number => {
  const edit: Edit = (declaration) => {
    oneSchedule({ retention: days(30) })(declaration);
    const { data } = declaration.services['shop']?.volumes ?? {};
    if (data) data.dailyChange = percent(change);
  };
  return full(partsOf(edit)['snapshots']);
};

test.each([
  // What is left for snapshots when 100 GB are in the class, and how much has to change each day for that.
  ['month 1, STANDARD', 15 - 2.5, 5],
  ['months 2 and 3, STANDARD_IA', 8 - 1.25, 1],
])('%s: %d dollars for snapshots mean that %d %% change a day', (_, snapshots, change) => {
  expect(example(change)).toBeLessThan(snapshots);
  expect(example(change + 1)).toBeGreaterThan(snapshots);
});

test('month 4 is out of reach: one full snapshot of 100 GB costs more than what is left for all', () => {
  expect(5 - 0.4).toBeLessThan(example(0));
  // Nor can any of it fall from month to month: what is kept for 30 days is no less in the fourth.
  expect(priceList['us-east-1']?.snapshot).toBe(0.05);
  expect(15 - 5).toBeGreaterThan(2.5 - 0.4);
  const months = partsOf(oneSchedule({ durationBudget: minutes(60) }))['snapshots'] ?? [];
  expect(Math.min(...months.slice(1))).toBeGreaterThanOrEqual(months[0] ?? 0);
});

test('snapshots cost by themselves what they cost on the bill', () => {
  const environment = primaryEnvironment(oneSchedule());
  const ofBill = price(environment).parts.find(({ name }) => name === 'snapshots');
  expect(snapshotPrices(environment)).toEqual(ofBill?.months);
  expect(snapshotPrices(environment).at(-1)).toBeGreaterThan(0);
});

test('without a DR region only the prices of one region are asked for, and nothing is paid elsewhere', () => {
  const lone = loneEnvironment((declaration) => {
    declaration.aws.region = 'us-east-1';
  });
  expect(unpricedRegions(lone)).toEqual([]);
  expect(unpricedRegions(loneEnvironment())).toEqual(['eu-north-1']);
  const parts = Object.fromEntries(price(lone).parts.map(({ name, months }) => [name, months]));
  for (const name of ['replica', 'replication', 'archive']) {
    expect(new Set(parts[name])).toEqual(new Set([0]));
  }
});
