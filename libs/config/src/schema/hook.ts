import { z } from 'zod';

import { dnsLabel, nonEmpty, object, oneOf, positiveDuration, text } from './scalars.ts';

const command = nonEmpty('a command as a list of arguments', text('an argument such as psql'));

/** What every hook says: where it runs, for how long, and what its failure means. */
const common = {
  name: dnsLabel,
  /** The name of one of the service's workloads. */
  workload: dnsLabel,
  container: dnsLabel,
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
      when: oneOf('before-backup', 'after-backup', 'after-restore'),
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
