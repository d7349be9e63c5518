import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runProgram } from '../../run-program.ts';

/**
 * Unpacks Debian packages with all that they depend on, for a machine that has nothing yet; what only people read is
 * left out.
 *
 * @param folder an empty one, which becomes the root of a file system
 */
export async function debianRoot(folder: string, names: readonly string[]): Promise<void> {
  const archives = join(folder, '..', 'archives');
  rmSync(archives, { recursive: true, force: true });
  mkdirSync(archives, { recursive: true });
  await runProgram('apt-get', ['download', ...(await closure(names, archives))], {
    folder: archives,
  });
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(folder, 'usr', name), { recursive: true });
    symlinkSync(join('usr', name), join(folder, name));
  }
  for (const archive of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    const unpack = 'dpkg-deb --fsys-tarfile "$1" | tar -x --keep-directory-symlink -C "$2"';
    await runProgram('sh', ['-euc', unpack, 'unpack', join(archives, archive), folder]);
  }
  rmSync(archives, { recursive: true });
  for (const name of ['doc', 'i18n', 'info', 'locale', 'man']) {
    rmSync(join(folder, 'usr/share', name), { recursive: true, force: true });
  }
  addPeople(folder);
}

/** Scripts of packages are not run: what they would make is made here. */
export function addPeople(folder: string): void {
  for (const name of ['tmp', 'etc', 'root', 'run', 'var/lib']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  chmodSync(join(folder, 'tmp'), 0o1777);
  writeFileSync(
    join(folder, 'etc/passwd'),
    people.map(([name, id]) => `${name}:x:${id}:${id}::/:/bin/sh\n`).join(''),
  );
  writeFileSync(
    join(folder, 'etc/group'),
    people.map(([name, id]) => `${name}:x:${id}:\n`).join(''),
  );
}

const people = [
  ['root', 0],
  ['postgres', 999],
  ['mysql', 998],
  ['nonroot', 65_532],
] as const;

/** Asked of an empty list of what is installed. */
async function closure(names: readonly string[], folder: string): Promise<string[]> {
  const status = join(folder, 'status');
  writeFileSync(status, '');
  const words = [
    'install',
    '--simulate',
    '--no-install-recommends',
    '-o',
    `Dir::State::status=${status}`,
    ...names,
  ];
  const said = await runProgram('apt-get', words).catch(async () => {
    // A new machine does not know which packages there are.
    await runProgram('apt-get', ['update']);
    return runProgram('apt-get', words);
  });
  return [...said.matchAll(/^Inst (\S+)/gm)].flatMap(([, name]) => name ?? []);
}
