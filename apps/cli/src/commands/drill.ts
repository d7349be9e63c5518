import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface ListFlags {
  readonly env: string;
  readonly argoServer?: string;
  readonly json?: boolean;
}

export type DrillFlags = ListFlags;

export interface ReportFlags {
  readonly env: string;
  readonly from?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ resilience drill run validation --env staging --argo-server https://argo.example:2746
  $ resilience drill watch validation --env staging

ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in (argo auth token prints one).
Ctrl-C ends the watch; the drill goes on.`;

const listExamples = `
Examples:
  $ resilience drill list --env staging
  $ resilience drill list --env dr --argo-server https://argo.example:2746 --json

Times are UTC. ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in.`;

const reportExamples = `
Examples:
  $ resilience drill report validation --env staging
  $ resilience drill report namespace-restore --env staging --from ./evidence --json

A folder holds what the bucket does: drills/<drill>/<yyyy>/<mm>/<workflow>.json and .json.sha256.`;

const verbs = [
  ['run', 'run a drill out of its turn, and watch it; exit with 1 when it fails'],
  ['watch', 'watch the newest run of a drill until its end; exit with 1 when it failed'],
  ['status', 'show the newest run of a drill; exit with 1 when it failed'],
] as const;

export type DrillVerb = (typeof verbs)[number][0];

/** `resilience drill`: runs declared drills, and shows how they go and what they found. */
export function drillCommand(program: Command, finish: (code: ExitCode) => void): void {
  const group = program.command('drill').description('run declared drills, and see how they go');
  listCommand(group, finish);
  reportCommand(group, finish);
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

function listCommand(group: Command, finish: (code: ExitCode) => void): void {
  group
    .command('list')
    .description('list declared drills, when each is next, and how its newest run ended')
    .requiredOption('--env <name>', 'the environment that declares them')
    .option('--argo-server <url>', 'the Argo Workflows server (default: ARGO_SERVER, or none)')
    .option('--json', 'print the list for a machine')
    .addHelpText('after', listExamples)
    .action(async (flags: ListFlags) => {
      const { listDrills } = await import('../drill/list.ts');
      finish(await listDrills(flags));
    });
}

function reportCommand(group: Command, finish: (code: ExitCode) => void): void {
  group
    .command('report')
    .description(
      'show what the newest run of a drill found; exit with 1 when it is not what was promised',
    )
    .argument('<drill>', 'a declared drill')
    .requiredOption('--env <name>', 'the environment that declares it')
    .option('--from <place>', "a folder or s3://bucket (default: the environment's own bucket)")
    .option('--json', 'print the report for a machine')
    .addHelpText('after', reportExamples)
    .action(async (name: string, flags: ReportFlags) => {
      const { report } = await import('../drill/report.ts');
      finish(await report(name, flags));
    });
}
