import { join } from 'node:path';

import { expect, test } from 'vitest';

const stage = join(import.meta.dirname, '../../../render/src/notice.ts');

test('a file of a stage that is no dependency is imported', async () => {
  expect(await import(stage)).toBeDefined();
});
