import { type Command, Option } from 'commander';

import type { ExitCode } from '../exit-code.ts';

const formats = ['shell', 'json'] as const;

export interface NamesFlags {
  readonly env: string;
  readonly format: (typeof formats)[number];
}

/** `resilience names`: what an environment's buckets, keys, roles and cluster are called. */
export function namesCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('names')
    .description('print the derived names of an environment, as variables for the shell')
    .requiredOption('--env <name>', 'the environment that is named')
    .addOption(new Option('--format <name>', 'how to print').choices(formats).default('shell'))
    .action(async (flags: NamesFlags) => {
      const { names } = await import('../names/names.ts');
      finish(await names(flags));
    });
}
