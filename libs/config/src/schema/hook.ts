import { z } from 'zod';

import { dnsLabel, nonEmpty, object, oneOf, positiveDuration, text } from './scalars.ts';

const command = nonEmpty('a command as a list of arguments', text('an argument such as psql'));

/** What every hook says: where it runs, for how long, and what its failure means. */
const common = {
  /** By which Velero's log and the result of a backup name the hook. */
  name: dnsLabel,
  /** The name of one of the service's workloads. */
  workload: dnsLabel,
  /** The container of the pod in which it runs. */
  container: dnsLabel,
  /** The longest that Velero waits for it; then it has failed. */
  timeout: positiveDuration,
  /** Either way the backup ends PartiallyFailed; `fail` also leaves the pod out of it. */
  onError: oneOf('fail', 'continue'),
};

/** What Velero runs in a workload's pods around the copy of their volumes, or after a restore. */
export const hook = z.discriminatedUnion(
  'kind',
  [
    object('a command', {
      ...common,
      kind: z.literal('command'),
      /** Before or after the volumes are copied, or once the restored pod runs. */
      when: oneOf('before-backup', 'after-backup', 'after-restore'),
      /** The program with its arguments; no shell reads them. */
      command,
    }),
    /** Nothing is written to any table from before the copy until after it. */
    object('a read lock of MySQL', {
      ...common,
      kind: z.literal('mysql-read-lock'),
      /** The client with the arguments that let it in, such as mysql --user=root. */
      client: command,
      /** The lock is let go then, finished or not. */
      holdAtMost: positiveDuration,
    }),
  ],
  { error: 'a hook of the kind command or mysql-read-lock' },
);
