import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Preset } from '@resilience/config/presets/preset';

import { execute } from './unprivileged.ts';

interface Hooked {
  readonly preset: Preset;
  /** A shell script that runs its arguments as the container would. */
  readonly container: string;
  /** Takes a file with that script. */
  readonly folder: string;
}

/**
 * Runs the commands that a preset has before a backup as Velero runs them: their words are a command of
 * the container.
 *
 * @throws with what one says, if it fails
 */
export function runHooks({ preset, container, folder }: Hooked): void {
  const program = join(folder, 'enter');
  writeFileSync(program, `#!/bin/sh\n${container}\n`);
  for (const hook of preset.hooks) {
    if (hook.kind === 'command' && hook.when === 'before-backup') {
      execute('/bin/sh', [program, ...hook.command]);
    }
  }
}
