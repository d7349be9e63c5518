import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { inScratchFolder } from '../src/scratch-folder.ts';

test.each([
  ['done', (): Promise<void> => Promise.resolve()],
  ['failed', (): Promise<void> => Promise.reject(new Error('the work'))],
])('the folder is gone when the work is %s', async (_, end) => {
  const lent: string[] = [];
  const work = (folder: string): Promise<void> => {
    lent.push(folder);
    writeFileSync(join(folder, 'left'), 'behind');
    return end();
  };
  await inScratchFolder(work).catch(() => undefined);
  expect(lent.map((folder) => existsSync(folder))).toEqual([false]);
});
