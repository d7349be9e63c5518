import { expect, test } from 'vitest';

import { costByAge } from '../src/aged-object.ts';
import { priceList, type Prices } from '../src/price-list.ts';

const prices = priceList['us-east-1'] as Prices;
const month = 365.25 / 12;
const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

const classes = [
  { from: 0, storageClass: 'STANDARD' as const },
  { from: 30, storageClass: 'STANDARD_IA' as const },
  { from: 90, storageClass: 'GLACIER_IR' as const },
];

/** US dollars for a gibibyte in a month. */
const rates = (cost: readonly number[], ages: readonly number[]): number[] =>
  ages.map((age) => (cost[age] ?? 0) * month);

test('an object moves into colder classes as it ages, and each move is paid', () => {
  const cost = costByAge({ bytes: gibibyte, classes, goneAfter: 400 }, prices);
  expect(cost).toHaveLength(400);
  expect(rates(cost, [1, 29, 31, 89, 91, 399])).toEqual(
    [0.023, 0.023, 0.0125, 0.0125, 0.004, 0.004].map((value) => expect.closeTo(value)),
  );
  expect((cost[30] ?? 0) - (cost[31] ?? 0)).toBeCloseTo(0.01 / 1000);
  expect((cost[90] ?? 0) - (cost[91] ?? 0)).toBeCloseTo(0.02 / 1000);
});

test('an object below 128 KiB stays where it is', () => {
  const small = costByAge({ bytes: 127 * 1024, classes, goneAfter: 100 }, prices);
  expect(small).toHaveLength(100);
  expect(new Set(small.slice(1))).toHaveProperty('size', 1);
});

const into = (bytes: number): number | undefined =>
  costByAge(
    { bytes, classes: [{ from: 0, storageClass: 'STANDARD_IA' }], goneAfter: 40 },
    prices,
  )[1];

test('an object that is written into a class with a minimal size pays for that size', () => {
  expect(into(1)).toBe(into(128 * 1024));
  expect(into(256 * 1024)).toBeGreaterThan(into(1) ?? 0);
});

test.each([
  // Deleted a day after it has moved: the minimum of the class is paid all the same.
  [31, 60],
  [60, 60],
  [91, 180],
  [180, 180],
  [181, 181],
  // Deleted before it moves.
  [30, 30],
])('gone after %i days, paid for %i', (goneAfter, paid) => {
  expect(costByAge({ bytes: mebibyte, classes, goneAfter }, prices)).toHaveLength(paid);
});
