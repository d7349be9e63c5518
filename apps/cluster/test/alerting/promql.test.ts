import { days, hours, minutes, seconds } from '@resilience/config/duration';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { oneOf, promDuration } from '../../src/alerting/promql.ts';

test.each([
  [seconds(0), '0s'],
  [seconds(90), '1m30s'],
  [minutes(15), '15m'],
  [hours(30), '1d6h'],
  [days(366), '366d'],
])('%o is written %s', (duration, expected) => {
  expect(promDuration(duration)).toBe(expected);
});

const sizes: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

test('a duration is as long as it is written', () => {
  fc.assert(
    fc.property(fc.nat({ max: 400 * 86_400 }), (count) => {
      const parts = promDuration(seconds(count)).matchAll(/(\d+)([dhms])/g);
      const sum = [...parts].reduce(
        (total, [, n, unit]) => total + Number(n) * (sizes[unit ?? ''] ?? 0),
        0,
      );
      expect(sum).toBe(count);
    }),
  );
});

test.each([
  [['daily'], 'schedule="daily"'],
  [['daily', 'weekly'], 'schedule=~"daily|weekly"'],
  [['a.b', 'c'], String.raw`schedule=~"a\\.b|c"`],
])('%o is matched by %s', (values, expected) => {
  expect(oneOf('schedule', values)).toBe(expected);
});
