import { expect, test } from 'vitest';

import { fits } from '../src/copies/glob.ts';

test.each([
  ['shop', 'shop', true],
  ['shop', 'shops', false],
  ['*', 'anything', true],
  ['team-*', 'team-a', true],
  ['team-*', 'ateam-a', false],
  ['*-prod', 'shop-prod', true],
  ['*-prod', 'shop-prod-2', false],
  ['a*b*c', 'axxbyyc', true],
  ['a*b*c', 'axxcyyb', false],
  ['ab*ba', 'aba', false],
  ['team-?', 'team-a', true],
  ['team-?', 'team-ab', false],
  ['team-[ab]', 'team-b', true],
  ['team-[!ab]', 'team-b', false],
  ['{dev,test}-*', 'test-1', true],
  ['{dev,test}-*', 'prod-1', false],
  ['a.b*', 'axb', false],
  ['[', 'a', false],
])('%s fits %s: %s', (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
});

test('a pattern of a thousand stars is decided at once', () => {
  expect(fits(`${'a*'.repeat(1000)}b`, 'a'.repeat(5000))).toBe(false);
});
