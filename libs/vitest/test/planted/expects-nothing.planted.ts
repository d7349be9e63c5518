import { expect, test } from 'vitest';

const nothing: number[] = [];

test('a loop over nothing', () => {
  for (const one of nothing) expect(one).toBe(1);
});
