import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface PullFlags {
  readonly env: string;
  readonly from?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ resilience evidence pull --env staging
  $ resilience evidence pull --env staging --from ./evidence --check
  $ resilience evidence pull --env production --from s3://northwind-dr-evidence-us-west-2

A folder holds what the bucket does: drills/<drill>/<yyyy>/<mm>/<workflow>.json and .json.sha256, and so
below recoveries/<runbook>/.`;

/** `resilience evidence`: what drills and recoveries measured becomes what recovery times are computed from. */
export function evidenceCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('evidence')
    .description('use what drills and recoveries measured')
    .command('pull')
    .description(
      'turn the reports of drills and recoveries into environments/<env>/measurements.json',
    )
    .requiredOption('--env <name>', 'the environment whose services they restored')
    .option(
      '--from <place>',
      'a folder or s3://bucket (default: the buckets of the environment, and of those that mount its replica)',
    )
    .option('--check', 'write nothing; exit with 1 when the file is not what the reports say')
    .option('--json', 'print the result for a machine')
    .addHelpText('after', examples)
    .action(async (flags: PullFlags) => {
      const { pull } = await import('../evidence/pull.ts');
      finish(await pull(flags));
    });
}
