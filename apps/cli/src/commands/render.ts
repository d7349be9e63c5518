import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface RenderFlags {
  readonly env?: readonly string[];
  /** True to compare alone, false to render without the policies. */
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `resilience render`: writes what the declarations become and judges it, or with `--check` compares it. */
export function renderCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('render')
    .description(
      'render the declared environments into environments/<env>/rendered, and judge them by every rule',
    )
    .option('--env <name...>', 'only these environments (default: all)')
    .option('--check', 'write nothing; show what is stale as a diff and exit with 1')
    .option('--no-check', 'write what is stale, and do not judge what is rendered by the policies')
    .option('--json', 'print the result for a machine')
    .action(async (flags: RenderFlags) => {
      const { render } = await import('../render/render.ts');
      finish(await render(flags));
    });
}
