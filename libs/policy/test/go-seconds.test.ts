import { expect, test } from 'vitest';

import { goSeconds } from '../src/detect/schedules.ts';

test.each([
  ['720h0m0s', 2_592_000],
  ['1h', 3600],
  ['90m', 5400],
  ['45s', 45],
  ['1h12m35s', 4355],
  ['0s', 0],
])('%s are %i seconds', (text, seconds) => {
  expect(goSeconds(text)).toBe(seconds);
});

test.each(['', '1d', '30', 'about 1h', '1h or so', '1h30', 'm', '1s1h'])(
  '"%s" is no duration',
  (text) => {
    expect(goSeconds(text)).toBeUndefined();
  },
);
