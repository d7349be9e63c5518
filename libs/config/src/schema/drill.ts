import { z } from 'zod';

import { cron, dnsLabel, nonEmpty, object, positiveDuration } from './scalars.ts';

const when = {
  cron,
  /** The longest that the drill may take: ArgoCD leaves the layer alone meanwhile. */
  durationBudget: positiveDuration,
};

/** The services that are restored. */
const services = nonEmpty('a list of at least one service', dnsLabel);

/** Somebody has to agree before the first thing is restored. */
const approval = z.discriminatedUnion(
  'by',
  [
    object('the approval of a person', {
      by: z.literal('person'),
      /** How long the drill waits for it; then it fails, having touched nothing. */
      within: positiveDuration,
    }),
    object('a rehearsal, which waits for nobody', { by: z.literal('nobody') }),
  ],
  { error: 'an approval by person or nobody' },
);

/** What is restored to see that it can be, always into namespaces that only the drill has. */
export const drill = z.discriminatedUnion(
  'kind',
  [
    /** Is there a backup that can be restored, and is what it holds sound? */
    object('a validation: cron, durationBudget and services', {
      ...when,
      kind: z.literal('validation'),
      services,
    }),
    object('a restore of namespaces: cron, durationBudget and services', {
      ...when,
      kind: z.literal('namespace-restore'),
      services,
    }),
    /** Everything that the backups hold. */
    object('a restore of the whole cluster: cron and durationBudget', {
      ...when,
      kind: z.literal('cluster-restore'),
    }),
    /** Everything that the replica holds, in its region, as if the other one were lost. */
    object('a failover to the other region: cron, durationBudget and approval', {
      ...when,
      kind: z.literal('region-failover'),
      approval,
    }),
  ],
  { error: 'a drill: validation, namespace-restore, cluster-restore or region-failover' },
);
