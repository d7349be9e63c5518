import { PassThrough } from 'node:stream';

import { expect, test } from 'vitest';

import { confirm } from '../src/confirm.ts';

async function answered(answer: string | undefined): Promise<{ said: boolean; shown: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const asked = confirm('This restores into orders.', 'orders', { input, output });
  if (answer === undefined) input.end();
  else input.write(`${answer}\n`);
  return { said: await asked, shown: String(output.read()) };
}

test.each([
  ['orders', true],
  [' orders ', true],
  ['yes', false],
  ['', false],
  ['order', false],
  [undefined, false],
])('%j is taken for %s', async (answer, expected) => {
  const { said, shown } = await answered(answer);
  expect(said).toBe(expected);
  expect(shown).toContain('This restores into orders.\nType orders to go on: ');
});
