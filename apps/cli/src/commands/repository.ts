import type { Command } from 'commander';

import type { ExitCode } from '../exit-code.ts';

export interface VerifyFlags {
  readonly env: string;
  readonly from?: string;
  readonly passwordFile?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  $ resilience repository verify --env production
  $ resilience repository verify --env production --from ./copy-of-bucket --password-file ./password
  $ kubectl get secret velero-repo-credentials --namespace velero --output jsonpath='{.data.repository-password}' |
      base64 --decode | resilience repository verify --env production --password-file -

It only reads: kopia/‹namespace›/kopia.repository of each namespace, by the aws program. A folder holds what the
bucket does. The password is never printed.`;

/** `resilience repository`: what kopia has written into the bucket. */
export function repositoryCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('repository')
    .description('look at the repositories of kopia in the bucket')
    .command('verify')
    .description(
      'try whether the password opens every repository; exit with 1 when something cannot be read',
    )
    .requiredOption('--env <name>', 'the environment that mounts the bucket, or adopts it')
    .option('--from <place>', "a folder or s3://bucket (default: the environment's bucket)")
    .option(
      '--password-file <path>',
      'a file, or - for the standard input (default: the secret in AWS)',
    )
    .option('--json', 'print the result for a machine')
    .addHelpText('after', examples)
    .action(async (flags: VerifyFlags) => {
      const { verify } = await import('../repository/verify.ts');
      finish(await verify(flags));
    });
}
