import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';
import { expect, test } from 'vitest';

test('a Node that does not run TypeScript is refused in one line', () => {
  const withoutTypeScript =
    'data:text/javascript,Object.defineProperty(process.features, "typescript", { value: undefined })';
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', withoutTypeScript, join(programRoot, 'apps/cli/bin/resilience.js'), 'check'],
    { encoding: 'utf8' },
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^resilience: Node v\d.* does not run TypeScript; call "npm run .*\n$/);
});
