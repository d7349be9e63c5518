import { z } from 'zod';

import { cron, dnsLabel, nonEmpty, object, oneOf, positiveDuration } from './scalars.ts';

const coversPhrase = 'the word "cluster", or a list of at least one service';

export const schedule = object('a schedule', {
  cron,
  /** How long each backup is kept: Velero's TTL. */
  retention: positiveDuration,
  /** The whole cluster with its cluster-scoped resources, or the namespaces of these services. */
  covers: z.union([z.literal('cluster'), nonEmpty(coversPhrase, dnsLabel)], {
    error: coversPhrase,
  }),
  /**
   * Where the data of volumes goes: snapshots stay in the cluster's region, file-level copies go
   * to the bucket and, replicated, outlive the region.
   */
  volumes: oneOf('snapshots', 'file-level-copies'),
  /** The longest that one backup may take: it counts into the recovery point. */
  durationBudget: positiveDuration,
});
