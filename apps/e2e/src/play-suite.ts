import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { argv, env, execPath } from 'node:process';

import { endWith2 } from './call-error.ts';
import { inFixture, inOwn } from './in-repository.ts';
import { renderedRoot } from './rendered-root.ts';
import { suiteCall } from './suite-call.ts';

/** Plays a suite with environments of the fixture's organisation, with those of this repository, or with both. */
await play().catch(endWith2);

async function play(): Promise<void> {
  const { suite, judges, words } = suiteCall(argv.slice(2));
  const program = join(import.meta.dirname, suite.program);
  const judge = (root: string): Promise<number> => run(root, [program, ...words]);
  let worst = 0;
  for (const whose of judges) {
    const code = await (whose === 'fixture' ? inFixture(judge) : inOwn(renderedRoot, judge));
    worst = Math.max(worst, code);
    // A call that is refused once, and a run that somebody ended, are not begun once more.
    if (code > 1) break;
  }
  process.exitCode = worst;
}

/** @returns with what the suite ended; a signal is passed on, and what the suite takes away is waited for */
async function run(root: string, words: readonly string[]): Promise<number> {
  const child = spawn(execPath, words, {
    env: { ...env, RESILIENCE_REPOSITORY: root },
    stdio: 'inherit',
  });
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, pass);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 130;
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}
