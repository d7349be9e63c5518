import { z } from 'zod';

import { dnsLabel, object, positiveDuration } from './scalars.ts';

/** Backups that ArgoCD takes before it syncs a change. */
export const changes = object('backups before changes: retention and applications', {
  /** How long a backup is kept that was made before a change. */
  retention: positiveDuration,
  /** ArgoCD's applications with the service that each deploys. */
  applications: z.record(dnsLabel, dnsLabel, {
    error: 'applications of ArgoCD with the service of each, possibly none',
  }),
});
