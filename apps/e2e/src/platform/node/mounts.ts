import { readFileSync } from 'node:fs';

import { execute } from '../../verification/unprivileged.ts';

/** Makes what is mounted below a folder be seen by pods that mount it. */
export function shareMounts(folder: string): void {
  execute('mount', ['--rbind', folder, folder]);
  execute('mount', ['--make-rshared', folder]);
}

/** Unmounts whatever is mounted at a folder or below it, the last first. */
export function unmountBelow(folder: string): void {
  const below = (): string[] =>
    mountPoints().filter((at) => at === folder || at.startsWith(`${folder}/`));
  // One that is shared may go with another.
  for (let point = below().at(-1); point !== undefined; point = below().at(-1)) {
    execute('umount', ['--lazy', point]);
  }
}

/** In the order in which they were mounted. */
const mountPoints = (): string[] =>
  readFileSync('/proc/self/mountinfo', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '');
