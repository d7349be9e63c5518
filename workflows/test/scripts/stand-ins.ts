import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a program answers when it is asked something that begins so. */
export interface Answer {
  readonly asked: string;
  /** An object is told as JSON, bytes as they are. */
  readonly output?: unknown;
  /** What it says on the standard error. */
  readonly error?: string;
  readonly status?: number;
  readonly times?: number;
}

/** Puts a program into a folder that answers what it is told to, and nothing else. */
export function standIn(folder: string, program: string, answers: readonly Answer[]): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const recordings = answers.map(
    ({ asked, output = '', error = '', status = 0, times = 1_000 }) => ({
      asked,
      output: Buffer.from(output instanceof Uint8Array ? output : text(output)).toString('base64'),
      error,
      status,
      times,
    }),
  );
  writeFileSync(join(folder, `${program}.json`), JSON.stringify(recordings));
  const path = join(folder, 'bin', program);
  const script = join(import.meta.dirname, 'stand-in.ts');
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${script}' ${program} "$@"\n`);
  chmodSync(path, 0o755);
}

export const text = (content: unknown): string =>
  typeof content === 'string' ? content : JSON.stringify(content);

/** By which the programs of a folder are found before those of the machine. */
export const standInEnvironment = (folder: string) => ({
  PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
  STAND_IN: folder,
});

export interface Recorded {
  /** What programs were called with. */
  readonly calls: readonly string[];
  /** What was handed to them. */
  readonly sent: readonly string[];
}

/** What became of the programs of a folder. */
export function recorded(folder: string): Recorded {
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
