import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from './cache-folder.ts';

/**
 * The programs of a Debian package, unpacked outside the system, unless that was done before.
 *
 * @param name such as `prometheus`
 * @returns the folder of the programs, or why there can be none here
 */
export function debianPrograms(
  name: string,
): { readonly programs: string } | { readonly missing: string } {
  const folder = join(cacheFolder, `debian-${name}`);
  const programs = join(folder, 'usr/bin');
  if (existsSync(programs)) return { programs };
  for (const tool of ['apt-get', 'dpkg-deb']) {
    if (spawnSync(tool, ['--version']).error) return { missing: `${tool} is not on the PATH` };
  }
  const unpacking = `${folder}.unpacking`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  download(name, unpacking);
  const archive = readdirSync(unpacking).find((file) => file.endsWith('.deb'));
  if (archive === undefined) throw new Error(`apt-get left no package of ${name}`);
  run('dpkg-deb', ['--extract', archive, '.'], unpacking);
  renameSync(unpacking, folder);
  return { programs };
}

/** A new machine does not know which packages there are. */
function download(name: string, folder: string): void {
  const first = spawnSync('apt-get', ['download', name], { cwd: folder });
  if (first.status === 0) return;
  run('apt-get', ['update'], folder);
  run('apt-get', ['download', name], folder);
}

function run(program: string, words: readonly string[], folder: string): void {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} failed:\n${stdout}${stderr}`);
}
