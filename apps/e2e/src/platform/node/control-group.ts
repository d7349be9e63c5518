import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const root = '/sys/fs/cgroup';

/** The group of processes that every pod of the node is in. */
export const controlGroup = '/resilience-e2e';

/** The folders of the group: one for each controller in version 1, a single one in version 2. */
function folders(): string[] {
  if (existsSync(join(root, 'cgroup.controllers'))) return [join(root, controlGroup)];
  return readdirSync(root)
    .filter((controller) => existsSync(join(root, controller, 'cgroup.procs')))
    .map((controller) => join(root, controller, controlGroup));
}

export function makeControlGroup(): void {
  for (const folder of folders()) {
    mkdirSync(folder, { recursive: true });
    for (const name of ['cpuset.cpus', 'cpuset.mems']) {
      const file = join(folder, name);
      if (!existsSync(file)) continue;
      writeFileSync(file, readFileSync(join(folder, '..', name)));
    }
  }
}

/** Kills every process in it, and those of all groups below. */
export function killControlGroup(): void {
  for (const id of folders().flatMap(processesBelow)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** Takes the group away; what still has a process in it stays, and is tried again by the next run. */
export const removeControlGroup = (): boolean => folders().every(removeBelow);

function processesBelow(folder: string): number[] {
  if (!existsSync(folder)) return [];
  const own = readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
  return [...own.map(Number), ...groupsIn(folder).flatMap(processesBelow)];
}

function removeBelow(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    for (const group of groupsIn(folder)) removeBelow(group);
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

const groupsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
