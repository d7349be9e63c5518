import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface CostFlags {
  readonly env?: readonly string[];
  readonly json?: boolean;
}

/** `resilience cost`: what the backups cost, and what would cost less. */
export function costCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('cost')
    .description('price the backups of 24 months, and rank what would save most without a breach')
    .option('--env <name...>', 'only these environments (default: all)')
    .option('--json', 'print the result for a machine')
    .action(async (flags: CostFlags) => {
      const { cost } = await import('../cost/cost.ts');
      finish(await cost(flags));
    });
}
