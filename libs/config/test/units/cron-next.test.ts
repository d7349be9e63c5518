import { Cron as Croner } from 'croner';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseCron } from '../../src/units/cron.ts';
import { nextFiring } from '../../src/units/cron-next.ts';

const next = (expression: string, after: string): string =>
  nextFiring(parseCron(expression), new Date(after)).toISOString();

test.each([
  ['0 6 * * 1', '2026-11-25T12:00:00Z', '2026-11-30T06:00:00.000Z'],
  ['0 6 * * 1', '2026-11-30T05:59:59.999Z', '2026-11-30T06:00:00.000Z'],
  ['0 6 * * 1', '2026-11-30T06:00:00Z', '2026-12-07T06:00:00.000Z'],
  ['0 1,5 * * *', '2026-11-25T01:00:00Z', '2026-11-25T05:00:00.000Z'],
  ['0 0 29 2 *', '2097-01-01T00:00:00Z', '2104-02-29T00:00:00.000Z'],
])('%s fires after %s at %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

const part = (min: number, max: number) =>
  fc.oneof(fc.constant('*'), fc.integer({ min, max }).map(String));

test('it is what another reading of cron says', () => {
  const expressions = fc
    .tuple(part(0, 59), part(0, 23), part(1, 28), part(1, 12), fc.constant('*'))
    .map((parts) => parts.join(' '));
  const moments = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2031-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(expressions, moments, (expression, after) => {
      const expected = new Croner(expression, { timezone: 'UTC' }).nextRun(after);
      expect(next(expression, after.toISOString())).toBe(expected?.toISOString());
    }),
  );
});
