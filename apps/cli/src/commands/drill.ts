import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface DrillFlags {
  readonly env: string;
  readonly argoServer?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ resilience drill run validation --env staging --argo-server https://argo.example:2746
  $ resilience drill watch validation --env staging

ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in (argo auth token prints one).
Ctrl-C ends the watch; the drill goes on.`;

const verbs = [
  ['run', 'run a drill out of its turn, and watch it; exit with 1 when it fails'],
  ['watch', 'watch the newest run of a drill until its end; exit with 1 when it failed'],
  ['status', 'show the newest run of a drill; exit with 1 when it failed'],
] as const;

export type DrillVerb = (typeof verbs)[number][0];

/** `resilience drill`: runs declared drills, and shows how they go. */
export function drillCommand(program: Command, finish: (code: ExitCode) => void): void {
  const group = program.command('drill').description('run declared drills, and see how they go');
  for (const [verb, description] of verbs) {
    group
      .command(verb)
      .description(description)
      .argument('<drill>', 'a declared drill')
      .requiredOption('--env <name>', 'the environment that declares it')
      .option('--argo-server <url>', 'the Argo Workflows server (default: ARGO_SERVER)')
      .option('--json', 'print each state for a machine, one a line')
      .addHelpText('after', examples)
      .action(async (name: string, flags: DrillFlags) => {
        const { drill } = await import('../drill/drill.ts');
        finish(await drill(verb, name, flags));
      });
  }
}
