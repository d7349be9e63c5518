import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  days,
  formatDuration,
  goDuration,
  hours,
  minutes,
  seconds,
} from '../../src/units/duration.ts';

test.each([
  [seconds(0), '0s', '0 s'],
  [seconds(45), '45s', '45 s'],
  [minutes(15), '15m0s', '15 min'],
  [hours(4), '4h0m0s', '4 h'],
  [days(30), '720h0m0s', '30 d'],
  [seconds(90_061), '25h1m1s', '1 d 1 h 1 min 1 s'],
])('%o is %s for Go and %s for people', (duration, go, people) => {
  expect([goDuration(duration), formatDuration(duration)]).toEqual([go, people]);
});

test('both spellings lose nothing', () => {
  const unit: Record<string, number> = { d: 86_400, h: 3600, m: 60, min: 60, s: 1 };
  const total = (text: string): number =>
    [...text.matchAll(/(\d+) ?([a-z]+)/g)].reduce(
      (sum, [, count, name]) => sum + Number(count) * (unit[name ?? ''] ?? Number.NaN),
      0,
    );
  fc.assert(
    fc.property(fc.nat(1_000_000_000), (count) => {
      expect(total(goDuration(seconds(count)))).toBe(count);
      expect(total(formatDuration(seconds(count)))).toBe(count);
    }),
  );
});
