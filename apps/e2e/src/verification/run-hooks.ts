import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Preset } from '@resilience/config/presets/preset';

import { execute } from './unprivileged.ts';

interface Container {
  /** A shell script that runs its arguments as the container would. */
  readonly container: string;
  /** Takes a file with that script. */
  readonly folder: string;
}

type CommandHook = Extract<Preset['hooks'][number], { kind: 'command' }>;

/** @returns the commands that a preset has at a time */
export const hooksAt = ({ hooks }: Preset, when: CommandHook['when']): CommandHook[] =>
  hooks.flatMap((hook) => (hook.kind === 'command' && hook.when === when ? [hook] : []));

/**
 * Runs a command as Velero does: its words are a command of the container.
 *
 * @throws with what it says, if it fails
 */
export function runInContainer(command: readonly string[], { container, folder }: Container): void {
  const program = join(folder, 'enter');
  writeFileSync(program, `#!/bin/sh\n${container}\n`);
  execute('/bin/sh', [program, ...command]);
}
