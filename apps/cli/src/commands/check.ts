import type { Command } from 'commander';
import { Option } from 'commander';

import type { ExitCode } from '../exit-code.ts';

const formats = ['text', 'json', 'sarif', 'junit', 'github'] as const;

export interface CheckFlags {
  readonly env?: readonly string[];
  readonly format: (typeof formats)[number];
}

/** `resilience check`: judges what is rendered by every rule. */
export function checkCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .description(
      'judge the rendered files by every rule; exit with 1 when something stands in the way',
    )
    .option('--env <name...>', 'only these environments (default: all)')
    .addOption(new Option('--format <name>', 'how to print').choices(formats).default('text'))
    .action(async (flags: CheckFlags) => {
      const { check } = await import('../check/check.ts');
      finish(await check(flags));
    });
}
