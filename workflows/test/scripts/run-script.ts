import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  type Answer,
  type Recorded,
  recorded,
  standIn,
  standInEnvironment,
  text,
} from './stand-ins.ts';

interface Setting {
  readonly env: Readonly<Record<string, string>>;
  readonly kubectl?: readonly Answer[];
  readonly aws?: readonly Answer[];
  readonly curl?: readonly Answer[];
  /** Files of the step by name; the script finds them in FILES. */
  readonly files?: Readonly<Record<string, unknown>>;
}

export interface Run extends Recorded {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in OUTPUTS. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs a script of this project in a shell, with the programs that it calls stood in for. */
export function runScript(name: string, { env, files = {}, ...programs }: Setting): Run {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-script-'));
  try {
    const outputs = join(folder, 'outputs');
    for (const each of ['outputs', 'files']) mkdirSync(join(folder, each));
    for (const program of ['kubectl', 'aws', 'curl'] as const) {
      standIn(folder, program, programs[program] ?? []);
    }
    for (const [file, content] of Object.entries(files)) {
      writeFileSync(join(folder, 'files', file), text(content));
    }
    const { status, stdout, stderr } = spawnSync(
      'sh',
      [join(import.meta.dirname, '../../scripts', `${name}.sh`)],
      {
        encoding: 'utf8',
        env: {
          ...standInEnvironment(folder),
          VELERO: 'velero',
          OUTPUTS: outputs,
          ...Object.fromEntries(
            Object.entries(env).map(([key, value]) => [
              key,
              value.replace('FILES', join(folder, 'files')),
            ]),
          ),
        },
      },
    );
    return { status, stdout, stderr, outputs: filesIn(outputs), ...recorded(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8').trimEnd()]),
  );
