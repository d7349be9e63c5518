import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync } from 'node:fs';

/** Who runs servers and clients: `nobody` where the tests run as root, whom no permission stops. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

export const identity = isRoot ? { uid: nobody, gid: nobody } : {};

/** What a shell puts before a command for it to run as that user, with these variables and no others. */
export const enterContainer = (variables: Readonly<Record<string, string>>): string =>
  [
    'exec',
    ...(isRoot ? [`setpriv --reuid=${nobody} --regid=${nobody} --clear-groups`] : []),
    'env -i',
    ...Object.entries(variables).map(([name, value]) => `'${name}=${value}'`),
    '"$@"',
  ].join(' ');

/** Gives a folder and all in it to that user. */
export function giveAway(folder: string): void {
  if (isRoot) execute('chown', ['-R', `${nobody}:${nobody}`, folder]);
}

/** Copies a folder with its owners. */
export const copyFolder = (from: string, to: string): string => execute('cp', ['-a', from, to]);

/** @returns a folder of programs that user may reach: the same, or a copy */
export function reachable(folder: string, copy: string): string {
  const { status } = spawnSync('test', ['-x', folder], identity);
  if (status === 0) return folder;
  accessSync(folder, constants.R_OK);
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/**
 * Runs a program to its end.
 *
 * @throws with what it said, if it fails
 */
export function execute(
  program: string,
  words: readonly string[],
  options: SpawnSyncOptions = {},
): string {
  const { status, error, stdout, stderr } = spawnSync(program, words, {
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw new Error(`${program} ended with ${status ?? error?.message}:\n${stdout}${stderr}`);
}
