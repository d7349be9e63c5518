import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { alone } from './alone.ts';
import { cacheFolder } from './cache-folder.ts';

/**
 * Debian packages with whatever they depend on that the machine does not have, unpacked together outside
 * the system, unless that was done before. Nothing is installed, and nothing is started.
 *
 * @param names such as `mariadb-server-core`
 * @returns the folder that holds their `usr`, or why there can be none here
 */
export function debianPackages(
  ...names: readonly string[]
): { readonly folder: string } | { readonly missing: string } {
  const folder = join(cacheFolder, `debian-${names.join('+')}`);
  if (existsSync(folder)) return { folder };
  for (const tool of ['apt-get', 'dpkg-deb']) {
    if (spawnSync(tool, ['--version']).error) return { missing: `${tool} is not on the PATH` };
  }
  alone(
    folder,
    () => existsSync(folder),
    () => unpack(names, folder),
  );
  return { folder };
}

function unpack(names: readonly string[], folder: string): void {
  const unpacking = `${folder}.unpacking`;
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  run('apt-get', ['download', ...closure(names, unpacking)], unpacking);
  for (const archive of readdirSync(unpacking).filter((file) => file.endsWith('.deb'))) {
    run('dpkg-deb', ['--extract', archive, '.'], unpacking);
    rmSync(join(unpacking, archive));
  }
  renameSync(unpacking, folder);
}

/** They and what would be installed with them; a new machine does not know which packages there are. */
function closure(names: readonly string[], folder: string): string[] {
  const words = ['install', '--simulate', '--no-install-recommends', ...names];
  const first = spawnSync('apt-get', words, { encoding: 'utf8' });
  if (first.status !== 0) run('apt-get', ['update'], folder);
  const said = first.status === 0 ? first.stdout : run('apt-get', words, folder);
  const needed = [...said.matchAll(/^Inst (\S+)/gm)].flatMap(([, name]) => name ?? []);
  return [...new Set([...names, ...needed])];
}

function run(program: string, words: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${program} ${words.join(' ')} failed:\n${stdout}${stderr}`);
}
