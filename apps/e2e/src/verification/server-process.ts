import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { identity } from './unprivileged.ts';

interface ServerCommand {
  readonly program: string;
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** A file that takes what it says. */
  readonly log: string;
}

/** Starts a server as a user without rights. */
export function startServer({ program, words, variables, log }: ServerCommand): ChildProcess {
  const output = openSync(log, 'a');
  return spawn(program, words, {
    ...identity,
    env: { ...process.env, ...variables },
    stdio: ['ignore', output, output],
  });
}

/**
 * Waits until a server answers.
 *
 * @param limit milliseconds
 * @throws when it has ended, or does not answer in time
 */
export async function answering(
  child: ChildProcess,
  limit: number,
  ask: () => boolean,
): Promise<void> {
  const end = performance.now() + limit;
  while (!ask()) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (performance.now() > end) throw new Error('the server does not answer');
    await sleep(100);
  }
}

/** @returns whether a connection to a port of this machine is taken */
export const isListening = (port: number): boolean =>
  spawnSync('bash', ['-c', `: 2>/dev/null >/dev/tcp/127.0.0.1/${port}`]).status === 0;

/** Sends a signal, and waits for the end. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
