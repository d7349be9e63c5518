import { parseCron } from '@resilience/config/cron';
import { gapsOf } from '@resilience/config/cron-gap';
import { some } from '@resilience/vitest/some';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { everyCron } from '../../../src/init/from-audit/every-cron.ts';

test('times of the clock are never further apart than those that were counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 60 * 86_400 }), (seconds) => {
      const { cron } = everyCron(seconds);
      expect(gapsOf(parseCron(cron)).longest.seconds).toBeLessThanOrEqual(seconds);
    }),
  );
});

test.each(
  some([
    [5 * 60, '*/5 * * * *', true],
    [45 * 60, '*/45 * * * *', false],
    [3600, '0 * * * *', true],
    [6 * 3600, '0 */6 * * *', true],
    [7 * 3600, '0 */7 * * *', false],
    [6.5 * 3600, '0 */6 * * *', false],
    [86_400, '0 0 * * *', true],
    [7 * 86_400, '0 0 * * 0', true],
    [30 * 86_400, '0 0 */30 * *', false],
    [90 * 86_400, '0 0 1 * *', false],
  ] as const),
)('every %d s is "%s", exactly: %s', (seconds, cron, isExact) => {
  expect(everyCron(seconds)).toEqual({ cron, isExact });
});
