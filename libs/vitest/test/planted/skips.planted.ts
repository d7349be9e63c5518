import { expect, test } from 'vitest';

test('a program: found', () => {
  expect(1).toBe(1);
});

test('a program: missing', (context) => {
  context.skip('jq is not on the PATH');
});

test.skip('not now', () => {
  expect(1).toBe(1);
});
