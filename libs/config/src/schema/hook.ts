import { z } from 'zod';

import { dnsLabel, positiveDuration, text } from './scalars.ts';

/** A command that Velero runs in a workload's pods around the copy of their volumes. */
export const hook = z.strictObject(
  {
    name: dnsLabel,
    /** The name of one of the service's workloads. */
    workload: dnsLabel,
    container: dnsLabel,
    when: z.enum(['before-backup', 'after-backup'], { error: 'before-backup or after-backup' }),
    command: z
      .array(text('an argument'), { error: 'a command as a list of arguments' })
      .nonempty({ error: 'a command as a list of arguments' }),
    timeout: positiveDuration,
    /** Either way the backup ends PartiallyFailed; `fail` also leaves the pod out of it. */
    onError: z.enum(['fail', 'continue'], { error: 'fail or continue' }),
  },
  { error: 'a hook' },
);
