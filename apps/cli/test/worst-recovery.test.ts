import { expect, test } from 'vitest';

import type { Recovery } from '../src/status/recoveries.ts';
import { worstRecovery } from '../src/status/worst-recovery.ts';

const recovery = (
  scenario: Recovery['scenario'],
  rto: number | null,
  more: Partial<Recovery> = {},
): Recovery => ({
  service: 'orders',
  scenario,
  verdict: 'proved',
  waived: false,
  rpo: { declared: 100, proved: 1 },
  rto: { declared: 100, proved: rto },
  measured: { count: 0, of: 1, since: null },
  ...more,
});

const short = recovery('pod-failure', 1);
const long = recovery('region-failure', 90);
const waived = recovery('key-loss', null, { verdict: 'breached', waived: true });
const given = recovery('bucket-loss', null, { verdict: 'unprotected' });
const broken = recovery('volume-corruption', 2, { verdict: 'breached' });

test.each([
  ['the longest time among those that hold', [short, long, waived, given], long],
  ['one that is not held, however short', [short, long, broken, waived], broken],
  ['a waived one before an accepted loss', [given, waived], waived],
  ['an accepted loss, where there is nothing else', [given], given],
])('the worst is %s', (_, recoveries, worst) => {
  expect(worstRecovery(recoveries, 'rto')).toBe(worst);
  expect(worstRecovery(recoveries.toReversed(), 'rto')).toBe(worst);
});

test('without a recovery there is no worst', () => {
  expect(worstRecovery([], 'rpo')).toBeUndefined();
});
