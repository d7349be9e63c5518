import { environment, optional } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import type { Verified } from '../../repository/verified.ts';
import type { VerifyFlags } from '../../repository/verify.ts';

export const verify = verb<VerifyFlags, Verified>({
  summary:
    'try whether the password opens every repository; exit with 1 when something cannot be read',
  flags: {
    env: environment('the environment that mounts the bucket, or adopts it'),
    from: optional('<place>', "a folder or s3://bucket (default: the environment's bucket)"),
    passwordFile: optional(
      '<path>',
      'a file, or - for the standard input (default: the secret in AWS)',
    ),
  },
  examples: [
    'repository verify --env production',
    'repository verify --env production --from ./copy-of-bucket --password-file ./password',
    `$ kubectl get secret velero-repo-credentials --namespace velero --output jsonpath='{.data.repository-password}' |
      base64 --decode | resilience repository verify --env production --password-file -`,
  ],
  notes: `It only reads: kopia/‹namespace›/kopia.repository of each namespace, by the aws program. A folder holds what the
bucket does. The password is never printed.`,
  result: {
    place: 'the bucket, or the folder',
    password: 'its `source`, and whether it `isPublic`',
    repositories: 'each repository: its `namespace`, its `address`, and whether it `opens`',
    problems: 'what cannot be read, and why, as the problems of a declaration are',
  },
  run: async (flags) => {
    const { verify: tryAll } = await import('../../repository/verify.ts');
    return tryAll(flags);
  },
});
