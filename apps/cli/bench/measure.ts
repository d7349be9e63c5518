import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Measurement {
  readonly milliseconds: number;
  /** Peak resident memory. */
  readonly mebibytes: number;
}

/** Runs a Node program to its end in a repository, as a process of its own. */
export function measure(program: string, words: readonly string[], root: string): Measurement {
  const preload = join(import.meta.dirname, 'report-memory.js');
  const started = performance.now();
  const { status, output, stderr } = spawnSync(
    process.execPath,
    ['--import', preload, program, ...words],
    {
      env: { ...process.env, RESILIENCE_REPOSITORY: root },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    },
  );
  const milliseconds = performance.now() - started;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return { milliseconds, mebibytes: Number(output[3]) / 1024 };
}

/** The middle one by time, which a single disturbance does not move. */
export function median(measurements: readonly Measurement[]): Measurement {
  const sorted = measurements.toSorted((a, b) => a.milliseconds - b.milliseconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new RangeError('nothing was measured');
  return middle;
}
