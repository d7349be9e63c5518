import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';

/** A program that runs until it is stopped, and no longer than this process. */
export interface Daemon {
  readonly name: string;
  readonly pid: number;
  /** All that it has said. */
  readonly log: () => string;
  readonly hasEnded: () => boolean;
  /** Sends a signal, and waits for the end; one that has ended is left alone. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

interface Command {
  readonly name: string;
  readonly program: string;
  readonly words: readonly string[];
  /** It runs there. */
  readonly folder: string;
  /** A file that takes what it says. */
  readonly log: string;
  /** All of its variables; those of this process where they are left out. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));

/** What it has started goes with it. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // None of them is left.
  }
}

export function startDaemon({ name, program, words, folder, log, variables }: Command): Daemon {
  const output = openSync(log, 'a');
  // It does not outlive this process, however that ends.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...words], {
    cwd: folder,
    stdio: ['ignore', output, output],
    // A group of processes of its own.
    detached: true,
    ...(variables && { env: variables }),
  });
  running.add(child);
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  child.on('close', () => running.delete(child));
  const hasEnded = (): boolean =>
    failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  return {
    name,
    pid: child.pid ?? 0,
    log: () => `${readFileSync(log, 'utf8')}${failure?.message ?? ''}`,
    hasEnded,
    stop: (signal = 'SIGKILL') =>
      hasEnded()
        ? Promise.resolve()
        : new Promise((resolve) => {
            child.once('exit', () => resolve());
            signalGroup(child, signal);
          }),
  };
}

/** @throws with what it said last, if it has ended */
export function assertRuns(daemon: Daemon): void {
  if (!daemon.hasEnded()) return;
  const lines = daemon.log().trimEnd().split('\n');
  throw new Error(`${daemon.name} ended:\n${lines.slice(-20).join('\n')}`);
}
