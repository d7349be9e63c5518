import fc from 'fast-check';
import { expect, test } from 'vitest';

import { suggestion, unknownName } from '../src/unknown-name.ts';

test.each([
  ['ordrs', ['orders', 'media'], 'orders'],
  ['prod', ['dr', 'production', 'staging'], 'production'],
  ['region-failur', ['region-failure', 'region-loss'], 'region-failure'],
  ['shop', ['orders', 'media'], undefined],
  ['', ['orders'], undefined],
  ['orders', [], undefined],
])('%j among %j was meant as %s', (name, known, meant) => {
  expect(suggestion(name, known)).toBe(meant);
});

test('a suggestion is a known name, and no question is asked without one', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, known) => {
      const meant = suggestion(name, known);
      expect([...known, undefined]).toContain(meant);
      expect(unknownName('service', name, known).endsWith('?')).toBe(
        meant !== undefined || (known.at(-1) ?? '').endsWith('?'),
      );
    }),
  );
});
