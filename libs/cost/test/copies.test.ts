import { gib, percent } from '@resilience/config';
import type { Volume } from '@resilience/config/declaration';
import fc from 'fast-check';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import type { Backup } from '../src/backups.ts';
import { calendar } from '../src/calendar.ts';
import { copiesOf } from '../src/copies.ts';

const volume = (size: number, used: number, change: number): Volume => ({
  size: gib(size),
  used: percent(used),
  dailyChange: percent(change),
  content: 'postgres',
  claimLabels: { app: 'db' },
  backup: { method: 'snapshot' },
});

const every = (days: number, kept: number, from = 0): Backup[] =>
  Array.from({ length: Math.ceil(730 / days) }, (_, index) => ({
    made: from + index * days,
    expires: from + index * days + kept,
  })).filter(({ made }) => made < 730);

test('the first copy holds all that is used, each other what changed since', () => {
  const { stored, added } = copiesOf(volume(200, 50, 10), every(1, 3));
  expect(added.slice(0, 3)).toEqual([100, 10, 10].map((value) => expect.closeTo(value)));
  // Three at a time, of which the oldest holds what the later two share with it.
  expect(stored.slice(0, 5)).toEqual(
    [100, 110, 120, 120, 120].map((value) => expect.closeTo(value)),
  );
});

test('what changes twice is counted once', () => {
  const { added } = copiesOf(volume(100, 100, 10), every(2, 30));
  expect(added.slice(0, 3)).toEqual([100, 0, 19].map((value) => expect.closeTo(value)));
});

test('a backup after all others have expired is a first one again', () => {
  const { added, stored, freed } = copiesOf(volume(100, 100, 10), every(10, 5));
  expect(added[10]).toBeCloseTo(100);
  expect(stored.slice(4, 7)).toEqual([100, 0, 0].map((value) => expect.closeTo(value)));
  expect(freed[5]).toBeCloseTo(100);
});

const backups = fc
  .array(
    fc.record({ days: fc.integer({ min: 1, max: 40 }), kept: fc.integer({ min: 1, max: 90 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((all) => all.flatMap(({ days, kept }, index) => every(days, kept, index / 10)));

test('what is written is kept or freed, and never more than copies that share nothing', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(backups, fc.integer({ min: 0, max: 100 }), (made, change) => {
      const { stored, added, freed } = copiesOf(volume(10, 100, change), made);
      for (const { index } of some(calendar)) {
        const kept = made.filter(
          (backup) => backup.made < index + 1 && backup.expires >= index + 1,
        ).length;
        const [now, before] = [stored[index] ?? 0, stored[index - 1] ?? 0];
        expect(now).toBeLessThanOrEqual(10 * kept + 1e-6);
        expect(now).toBeGreaterThanOrEqual(kept > 0 ? 10 - 1e-6 : 0);
        expect(before + (added[index] ?? 0) - (freed[index] ?? 0)).toBeLessThanOrEqual(now + 1e-6);
      }
    }),
    { numRuns: 30 },
  );
});
