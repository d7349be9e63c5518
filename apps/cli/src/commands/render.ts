import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface RenderFlags {
  readonly env?: readonly string[];
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `resilience render`: writes, or with `--check` compares, what the declarations become. */
export function renderCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('render')
    .description('render the declared environments into environments/<env>/rendered')
    .option('--env <name...>', 'only these environments (default: all)')
    .option('--check', 'write nothing; show what is stale as a diff and exit with 1')
    .option('--json', 'print the result for a machine')
    .action(async (flags: RenderFlags) => {
      const { render } = await import('../render/render.ts');
      finish(await render(flags));
    });
}
