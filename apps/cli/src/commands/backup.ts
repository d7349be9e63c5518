import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface BackupFlags {
  readonly env: string;
  readonly context?: string;
  readonly json?: boolean;
}

export interface NowFlags {
  readonly env: string;
  readonly service?: string;
  readonly namespace?: string;
  readonly argoServer?: string;
  readonly json?: boolean;
}

export interface DebugFlags extends BackupFlags {
  readonly output: string;
  readonly backup?: string;
  readonly since: string;
}

type Finish = (code: ExitCode) => void;

const nowExamples = `
Examples:
  $ resilience backup now --env staging --service orders --argo-server https://argo.example:2746
  $ resilience backup now --env staging --namespace payments --json

Volumes are copied into the bucket. ARGO_SERVER stands for --argo-server, ARGO_TOKEN logs in.
Ctrl-C ends the watch; the backup goes on.`;

const listExamples = `
Examples:
  $ resilience backup list --env production
  $ resilience backup list --env dr --context dr --json

Which services a backup can serve is judged by the step choose-backup of the runbooks, which needs sh and jq.`;

const describeExamples = `
Examples:
  $ resilience backup describe daily-20261124020000 --env production

What became of each volume is fetched from the bucket, as velero backup describe --details does.`;

const logsExamples = `
Examples:
  $ resilience backup logs daily-20261124020000 --env production | grep level=error`;

const debugExamples = `
Examples:
  $ resilience backup debug --env production --output ./velero-2026-11-24
  $ resilience backup debug --env production --output ./bundle --backup daily-20261124020000 --since 48h
  $ tar --create --gzip --file bundle.tar.gz bundle

No Secret, ConfigMap or DownloadRequest is collected, and of pods only their state. Read it before it is sent.`;

/** `resilience backup`: makes backups, and looks at them. */
export function backupCommand(program: Command, finish: Finish): void {
  const group = program.command('backup').description('make backups, and look at them');
  nowCommand(group, finish);
  listCommand(group, finish);
  describeCommand(group, finish);
  logsCommand(group, finish);
  debugCommand(group, finish);
}

function nowCommand(group: Command, finish: Finish): void {
  group
    .command('now')
    .description('back a namespace up by its runbook, and watch it; exit with 1 when it fails')
    .requiredOption('--env <name>', 'the environment whose cluster it is')
    .option('--service <name>', 'the namespace of this declared service')
    .option('--namespace <name>', 'a namespace, instead of --service')
    .option('--argo-server <url>', 'the Argo Workflows server (default: ARGO_SERVER)')
    .option('--json', 'print each state for a machine, one a line')
    .addHelpText('after', nowExamples)
    .action(async (flags: NowFlags) => {
      const { backUpNow } = await import('../backup/now.ts');
      finish(await backUpNow(flags));
    });
}

function listCommand(group: Command, finish: Finish): void {
  looking(group.command('list'))
    .description('list backups, and which services each can serve; exit with 1 when one has none')
    .addHelpText('after', listExamples)
    .action(async (flags: BackupFlags) => {
      const { listBackups } = await import('../backup/list.ts');
      finish(await listBackups(flags));
    });
}

function describeCommand(group: Command, finish: Finish): void {
  looking(group.command('describe'))
    .description('show a backup and each of its volumes; exit with 1 when something is missing')
    .argument('<backup>', 'its name')
    .addHelpText('after', describeExamples)
    .action(async (name: string, flags: BackupFlags) => {
      const { describeBackup } = await import('../backup/describe.ts');
      finish(await describeBackup(name, flags));
    });
}

function logsCommand(group: Command, finish: Finish): void {
  looking(group.command('logs'))
    .description('print the log of a backup')
    .argument('<backup>', 'its name')
    .addHelpText('after', logsExamples)
    .action(async (name: string, flags: BackupFlags) => {
      const { backupLogs } = await import('../backup/logs.ts');
      finish(await backupLogs(name, flags));
    });
}

function debugCommand(group: Command, finish: Finish): void {
  looking(group.command('debug'))
    .description('collect what support asks for; exit with 1 when some of it could not be had')
    .requiredOption('--output <folder>', 'a new folder')
    .option('--backup <name>', 'with the log and the lists of this backup')
    .option('--since <duration>', 'how far logs of pods go back, such as 24h', '24h')
    .addHelpText('after', debugExamples)
    .action(async (flags: DebugFlags) => {
      const { debugBackups } = await import('../backup/debug.ts');
      finish(await debugBackups(flags));
    });
}

const looking = (command: Command): Command =>
  command
    .requiredOption('--env <name>', 'the environment whose cluster it is')
    .option('--context <name>', 'the context of kubectl (default: the current one)')
    .option('--json', 'print the result for a machine');
