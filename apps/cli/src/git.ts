import { spawnSync } from 'node:child_process';

/**
 * What a command of git prints, without the line break at its end.
 *
 * @param folder where it runs
 * @returns undefined where git is not there, or refuses
 */
export function git(folder: string, ...words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? stdout.trimEnd() : undefined;
}
