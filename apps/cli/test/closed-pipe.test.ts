import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { programRoot } from '@resilience/fixtures/program-root';
import { expect, test } from 'vitest';

test('a reader that has seen enough is no failure', async () => {
  const main = join(programRoot, 'apps/cli/bin/resilience.js');
  const child = spawn(process.execPath, [main, 'names', '--env', 'staging'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const ended = new Promise((resolve) => child.once('close', resolve));
  expect(await text(child.stderr)).toBe('');
  expect(await ended).toBe(0);
});
