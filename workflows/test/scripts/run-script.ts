import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program answers when it is asked something that begins so. */
export interface Answer {
  readonly asked: string;
  /** An object is told as JSON. */
  readonly output?: unknown;
  readonly status?: number;
  readonly times?: number;
}

interface Setting {
  readonly env: Readonly<Record<string, string>>;
  readonly kubectl?: readonly Answer[];
  readonly aws?: readonly Answer[];
  readonly curl?: readonly Answer[];
  /** Files of the step by name; the script finds them in FILES. */
  readonly files?: Readonly<Record<string, unknown>>;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it left in OUTPUTS. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What programs were called with. */
  readonly calls: readonly string[];
  /** What was handed to them. */
  readonly sent: readonly string[];
}

/** Runs a script of this project in a shell, with the programs that it calls stood in for. */
export function runScript(name: string, { env, files = {}, ...programs }: Setting): Run {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-script-'));
  try {
    const outputs = join(folder, 'outputs');
    for (const each of ['bin', 'outputs', 'files']) mkdirSync(join(folder, each));
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
          PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
          STAND_IN: folder,
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

function standIn(folder: string, program: string, answers: readonly Answer[]): void {
  const recordings = answers.map(({ asked, output = '', status = 0, times = 1_000 }) => ({
    asked,
    output: text(output),
    status,
    times,
  }));
  writeFileSync(join(folder, `${program}.json`), JSON.stringify(recordings));
  const path = join(folder, 'bin', program);
  const script = join(import.meta.dirname, 'stand-in.ts');
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${script}' ${program} "$@"\n`);
  chmodSync(path, 0o755);
}

const text = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content);

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8').trimEnd()]),
  );

function recorded(folder: string): Pick<Run, 'calls' | 'sent'> {
  const lines = (name: string): string[] =>
    existsSync(join(folder, name))
      ? readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
      : [];
  return {
    calls: lines('calls').map((line) => {
      const [program = '', , ...asked] = line.split(' ');
      return `${program} ${JSON.parse(asked.join(' ')) as string}`;
    }),
    sent: lines('sent').map((line) => JSON.parse(line) as string),
  };
}
