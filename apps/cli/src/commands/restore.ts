import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface PlanFlags {
  readonly env: string;
  readonly services?: string;
  readonly namespace?: string;
  readonly kinds?: string;
  readonly selector?: string;
  readonly volume?: string;
  readonly before?: string;
  readonly disasterAt?: string;
  readonly backup?: string;
  readonly intoQuarantine?: boolean;
  readonly context?: string;
  readonly json?: boolean;
}

export interface RunFlags extends PlanFlags {
  readonly approvedBy?: string;
  readonly application?: string;
  readonly argoServer?: string;
  readonly yes?: boolean;
}

export interface ApproveFlags {
  readonly approvedBy: string;
  readonly argoServer?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const planExamples = `
Examples:
  $ resilience restore plan --env production --services orders --disaster-at 2026-11-24T01:55:00Z
  $ resilience restore plan --env production --namespace orders --disaster-at 2026-11-24T03:55:00+02:00
  $ resilience restore plan --env production --services orders --kinds configmaps,secrets --selector app=web \\
      --disaster-at 2026-11-24T01:55:00Z
  $ resilience restore plan --env production --services orders --volume postgres-data \\
      --disaster-at 2026-11-24T01:55:00Z
  $ resilience restore plan --env production --services orders --into-quarantine

It asks the cluster by kubectl, and runs the steps plan and choose-backup of the runbook on this machine,
for which it needs sh, jq, gzip and tar. It changes nothing; DownloadRequests of Velero come and go, by which
it reads backups until one holds all that is declared.`;

const runExamples = `
Examples:
  $ resilience restore run --env production --services orders --into-quarantine
  $ resilience restore run --env production --services orders --disaster-at 2026-11-24T01:55:00Z \\
      --approved-by alice --application orders
  $ resilience restore run --env production --services orders --disaster-at 2026-11-24T01:55:00Z \\
      --approved-by alice --yes --json

It prints the plan first. A recovery in place then waits for a second person: resilience restore approve.
ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in. Ctrl-C ends the watch; the restore goes on.`;

const approveExamples = `
Examples:
  $ resilience restore approve restore-namespace-x7v2p --approved-by bob

Who approves is not who started it. ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in.`;

/** `resilience restore`: says what a restore would do, does it, and approves it. */
export function restoreCommand(program: Command, finish: (code: ExitCode) => void): void {
  const group = program.command('restore').description('restore services by their runbooks');
  selecting(group.command('plan'))
    .description(
      'show what a restore would do, and change nothing; exit with 1 where it cannot be told',
    )
    .option('--json', 'print the plan for a machine')
    .addHelpText('after', planExamples)
    .action(async (flags: PlanFlags) => {
      const { plan } = await import('../restore/plan.ts');
      finish(await plan(flags));
    });
  selecting(group.command('run'))
    .description('restore, and watch it; exit with 1 when it fails')
    .option('--approved-by <name>', 'who has approved it; needed unless it goes into quarantine')
    .option('--application <name>', "ArgoCD's application, which is paused meanwhile")
    .option('--argo-server <url>', 'the Argo Workflows server (default: ARGO_SERVER)')
    .option('--yes', 'do not ask; needed where nobody can be asked')
    .option('--json', 'print the plan and each state for a machine, one a line')
    .addHelpText('after', runExamples)
    .action(async (flags: RunFlags) => {
      const { runRestore } = await import('../restore/run.ts');
      finish(await runRestore(flags));
    });
  approveCommand(group, finish);
}

const selecting = (command: Command): Command =>
  command
    .requiredOption('--env <name>', 'the environment whose cluster it is restored into')
    .option('--services <names>', 'declared services, with commas between')
    .option('--namespace <name>', 'all services of a namespace, instead of --services')
    .option(
      '--kinds <kinds>',
      'only these, with commas between, such as deployments.apps,configmaps',
    )
    .option('--selector <labels>', 'only what has these labels, such as app=web,tier=front')
    .option('--volume <name>', 'only this declared volume of the one service')
    .option(
      '--disaster-at <time>',
      'RFC 3339: when the data was lost, only a backup that was complete before is taken; needed unless it goes into quarantine',
    )
    .option('--before <time>', 'RFC 3339: no backup that began later')
    .option('--backup <name>', 'this backup, and not the newest that can serve')
    .option('--into-quarantine', 'beside the service, where nothing gets in or out')
    .option('--context <name>', 'the context of kubectl (default: the current one)');

function approveCommand(group: Command, finish: (code: ExitCode) => void): void {
  group
    .command('approve')
    .description('approve, as the second person, a recovery that waits for it')
    .argument('<workflow>', 'the workflow that waits')
    .requiredOption('--approved-by <name>', 'who approves it now')
    .option('--argo-server <url>', 'the Argo Workflows server (default: ARGO_SERVER)')
    .option('--yes', 'do not ask; needed where nobody can be asked')
    .option('--json', 'print the result for a machine')
    .addHelpText('after', approveExamples)
    .action(async (workflow: string, flags: ApproveFlags) => {
      const { approve } = await import('../restore/approve.ts');
      finish(await approve(workflow, flags));
    });
}
