import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface ExplainFlags {
  readonly env: string;
  readonly scenario?: string;
  readonly json?: boolean;
}

/** `resilience explain`: shows how the worst loss of a service comes about. */
export function explainCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('explain')
    .description("show how a service's worst case comes about, schedule by schedule")
    .argument('<service>', 'a declared service')
    .requiredOption('--env <name>', 'the environment that declares it')
    .option('--scenario <name>', 'only this disaster, such as region-failure')
    .option('--json', 'print the result for a machine')
    .action(async (service: string, flags: ExplainFlags) => {
      const { explain } = await import('../explain/explain.ts');
      finish(await explain(service, flags));
    });
}
