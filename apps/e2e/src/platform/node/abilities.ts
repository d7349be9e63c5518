import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Command = readonly [program: string, ...words: string[]];

interface Ability {
  readonly what: string;
  readonly tried: Command;
  /** Undoes it. */
  readonly undone?: Command;
}

/** What a node does to the machine that it is on, tried without a trace. */
export function missingAbility(): string | undefined {
  if (process.getuid?.() !== 0) return 'a node needs root';
  const folder = mkdtempSync(join(tmpdir(), 'resilience-ability-'));
  const lacking = abilities(folder).find(
    ({ tried, undone }) => !succeeds(tried) || (undone && !succeeds(undone)),
  );
  rmdirSync(folder);
  return lacking && `a node needs ${lacking.what}: ${lacking.tried.join(' ')} is refused here`;
}

const abilities = (folder: string): readonly Ability[] => [
  {
    what: 'a bridge',
    tried: ['ip', 'link', 'add', 'resilience-try', 'type', 'bridge'],
    undone: ['ip', 'link', 'delete', 'resilience-try'],
  },
  {
    what: 'mounts',
    tried: ['mount', '--bind', folder, folder],
    undone: ['umount', folder],
  },
  { what: 'btrfs', tried: ['sh', '-c', 'grep -qw btrfs /proc/filesystems || modprobe btrfs'] },
];

const succeeds = ([program, ...words]: Command): boolean => spawnSync(program, words).status === 0;
