import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { alone } from './alone.ts';
import { programRoot } from '@resilience/fixtures/program-root';

/**
 * A virtual environment with programs at pinned versions; made once for each list of versions, and
 * outside the sources.
 *
 * @param requirements a list of packages as pip takes it, called `<program>-requirements.txt`
 * @returns the folder of the programs, or why there can be none here
 */
export function pythonPrograms(
  requirements: string,
): { readonly programs: string } | { readonly missing: string } {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const name = `${basename(requirements, '-requirements.txt')}-${hash}`;
  const folder = join(programRoot, 'node_modules/.cache/resilience-e2e', name);
  const programs = join(folder, 'bin');
  if (existsSync(finishedIn(folder))) return { programs };
  if (spawnSync('python3', ['--version']).error) return { missing: 'python3 is not on the PATH' };
  alone(
    folder,
    () => existsSync(finishedIn(folder)),
    () => install(requirements, folder),
  );
  return { programs };
}

/** Written when all programs are in the folder. */
const finishedIn = (folder: string): string => join(folder, 'finished');

function install(requirements: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const problem =
    problemOf('python3', ['-m', 'venv', folder]) ??
    problemOf(join(folder, 'bin/pip'), ['install', '--quiet', '--requirement', requirements]);
  if (problem !== undefined)
    throw new Error(`${basename(folder)} cannot be installed:\n${problem}`);
  writeFileSync(finishedIn(folder), '');
}

function problemOf(program: string, words: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
