import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const page = join(import.meta.dirname, '../../../../docs/adr/0004-toolchain.md');

test('a process of a process opens a page', () => {
  const source = `process.getBuiltinModule('fs').readFileSync('${page}')`;
  const env = { PATH: process.env['PATH'] };
  expect(spawnSync('sh', ['-c', `node -e "${source}"`], { env }).status).toBe(0);
});
