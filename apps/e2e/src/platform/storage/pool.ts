import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { debianPackages } from '../../debian-packages.ts';
import { runProgram } from '../../run-program.ts';

/** Disks of a cloud, as far as Kubernetes sees them: folders whose copies are made at one point in time. */
export interface Pool {
  readonly pathOf: (volume: string) => string;
  readonly has: (volume: string) => boolean;
  readonly hasSnapshot: (snapshot: string) => boolean;
  /** Makes an empty volume, or one with what a snapshot holds. */
  readonly create: (volume: string, snapshot?: string) => Promise<void>;
  readonly remove: (volume: string) => Promise<void>;
  /** Holds what a volume holds now, as a disk's snapshot does: all at once, while it is written to. */
  readonly snapshot: (volume: string, snapshot: string) => Promise<void>;
  readonly removeSnapshot: (snapshot: string) => Promise<void>;
  /** Takes every snapshot away, as when their region is gone. */
  readonly removeAll: () => Promise<void>;
  /** From now on, whether a snapshot is refused. */
  readonly refuseSnapshots: (refused: boolean) => void;
  /** Leaves no space, and gives it back. */
  readonly fill: () => Promise<void>;
  readonly empty: () => Promise<void>;
}

/**
 * Makes a pool in a file of its own.
 *
 * @param folder where it is mounted
 * @param gibibytes how much it can hold; the file takes only what is written
 */
export async function makePool(folder: string, gibibytes = 20): Promise<Pool> {
  const found = debianPackages('btrfs-progs');
  if ('missing' in found) throw new Error(found.missing);
  const mounted = join(folder, 'pool');
  mkdirSync(mounted, { recursive: true });
  const disk = join(folder, 'disk');
  const file = openSync(disk, 'w');
  ftruncateSync(file, gibibytes * 1024 ** 3);
  closeSync(file);
  const at = (...places: string[]): string =>
    places.map((place) => join(found.folder, place)).join(':');
  const variables = {
    PATH: `${at('bin', 'sbin', 'usr/bin', 'usr/sbin')}:${process.env['PATH']}`,
    LD_LIBRARY_PATH: at('lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu'),
  };
  const run = (program: string, ...words: string[]): Promise<string> =>
    runProgram(program, words, { variables });
  await run('mkfs.btrfs', '--quiet', disk);
  await runProgram('mount', ['-o', 'loop,noatime', disk, mounted]);
  mkdirSync(join(mounted, 'volumes'));
  mkdirSync(join(mounted, 'snapshots'));
  const volume = (name: string): string => join(mounted, 'volumes', name);
  const snapshot = (name: string): string => join(mounted, 'snapshots', name);
  const copy = (from: string, to: string, ...options: string[]): Promise<string> =>
    run('btrfs', 'subvolume', 'snapshot', ...options, from, to);
  const filling = join(mounted, 'filling');
  let isRefusing = false;
  const remove = async (path: string): Promise<void> => {
    if (existsSync(path)) await run('btrfs', 'subvolume', 'delete', path);
  };
  return {
    pathOf: volume,
    has: (name) => existsSync(volume(name)),
    hasSnapshot: (name) => existsSync(snapshot(name)),
    create: async (name, from) => {
      if (existsSync(volume(name))) return;
      if (from === undefined) {
        await run('btrfs', 'subvolume', 'create', volume(name));
        // Whoever runs in the pod that gets it may write.
        chmodSync(volume(name), 0o777);
      } else await copy(snapshot(from), volume(name));
    },
    remove: (name) => remove(volume(name)),
    refuseSnapshots: (is) => (isRefusing = is),
    fill: async () => {
      // The space of what was deleted is given back later.
      await run('btrfs', 'subvolume', 'sync', mounted);
      await runProgram('sh', ['-c', fillUp, filling]);
    },
    empty: () => rm(filling, { recursive: true, force: true }),
    snapshot: async (of, name) => {
      if (isRefusing) throw new Error('no snapshot is made now');
      if (!existsSync(snapshot(name))) await copy(volume(of), snapshot(name), '-r');
    },
    removeSnapshot: (name) => remove(snapshot(name)),
    removeAll: async () => {
      for (const name of readdirSync(join(mounted, 'snapshots'))) await remove(snapshot(name));
    },
  };
}

/** Takes what is left in pieces that become smaller. */
const fillUp = `
mkdir -p "$0"
for size in 4G 256M 16M 1M 64K; do
  number=0
  while fallocate -l "$size" "$0/$size-$number" 2>/dev/null; do number=$((number + 1)); done
done
`;
