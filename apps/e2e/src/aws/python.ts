import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from '../rendered-stacks.ts';

const requirements = join(import.meta.dirname, 'moto-requirements.txt');

/**
 * A virtual environment with moto and all that it needs, each at its pinned version; made once for
 * each list of versions, and outside the sources.
 *
 * @returns its folder of programs, or why there can be none here
 */
export function findMoto(): { readonly programs: string } | { readonly missing: string } {
  const version = createHash('sha256')
    .update(readFileSync(requirements))
    .digest('hex')
    .slice(0, 12);
  const folder = join(repositoryRoot, 'node_modules/.cache/resilience-e2e', `moto-${version}`);
  const finished = join(folder, 'finished');
  const programs = join(folder, 'bin');
  if (existsSync(finished)) return { programs };
  if (spawnSync('python3', ['--version']).error) return { missing: 'python3 is not on the PATH' };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const problem =
    problemOf('python3', ['-m', 'venv', folder]) ??
    problemOf(join(programs, 'pip'), ['install', '--quiet', '--requirement', requirements]);
  if (problem !== undefined) throw new Error(`moto cannot be installed:\n${problem}`);
  writeFileSync(finished, '');
  return { programs };
}

function problemOf(program: string, words: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
