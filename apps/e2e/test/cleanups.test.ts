import { expect, test } from 'vitest';

import { Cleanups } from '../src/cleanups.ts';

test('the last is undone first, and the rest whatever becomes of it', async () => {
  const undone: string[] = [];
  const cleanups = new Cleanups();
  cleanups.defer(() => void undone.push('first'));
  cleanups.defer(() => Promise.reject(new Error('it hangs')));
  cleanups.defer(() => void undone.push('last'));
  await expect(cleanups.run()).rejects.toThrow('it hangs');
  expect(undone).toEqual(['last', 'first']);
});

test('who asks while it goes on waits until all is undone', async () => {
  const undone: string[] = [];
  const cleanups = new Cleanups();
  const { promise, resolve } = Promise.withResolvers<void>();
  cleanups.defer(() => void undone.push('first'));
  cleanups.defer(() => promise);
  void cleanups.run();
  const second = cleanups.run().then(() => [...undone]);
  resolve();
  expect(await second).toEqual(['first']);
});
