import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { programRoot } from '@resilience/fixtures/program-root';
import type { Run } from './resilience.ts';

/** Runs the command line beside the test, which may be the server that it asks. */
export async function run(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const main = join(programRoot, 'apps/cli/bin/resilience.js');
  const { ARGO_SERVER: _, ...outside } = process.env;
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...outside, FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}
