import { spawnSync } from 'node:child_process';

import { refuse } from '../refusal.ts';

/**
 * The files below `environments` that a commit has otherwise than the folder, or not at all; those that git
 * ignores left out.
 *
 * @param root the repository's folder
 * @returns paths from there
 * @throws {Refusal} where git does not say
 */
export function changedFiles(root: string, commit: string): ReadonlySet<string> {
  return new Set([
    ...listed(root, ['diff', '--name-only', '--no-renames', '--relative', '-z', commit]),
    ...listed(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
}

function listed(root: string, words: readonly string[]): string[] {
  const { status, stdout, stderr } = spawnSync('git', [...words, '--', 'environments'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return refuse(`git ${words[0]} ended with ${status}: ${stderr.trim()}`);
  return stdout.split('\0').filter(Boolean);
}
