import { days, formatDuration } from '@resilience/config/duration';
import { type Environment, ownsBucket } from '@resilience/config/environment';

import type { Edit } from '../edit.ts';

const kept = [1, 3, 7, 14, 30].map(days);

/** Overwritten and deleted versions, kept for another time. */
export function noncurrentVersions(environment: Environment): Edit[] {
  if (!ownsBucket(environment)) return [];
  const { storage } = environment;
  const { expireNoncurrentAfter } = storage.lifecycle;
  return kept
    .filter(({ seconds }) => seconds !== expireNoncurrentAfter.seconds)
    .map((to) => ({
      path: 'storage.lifecycle.expireNoncurrentAfter',
      from: formatDuration(expireNoncurrentAfter),
      to: formatDuration(to),
      environment: {
        ...environment,
        storage: { ...storage, lifecycle: { ...storage.lifecycle, expireNoncurrentAfter: to } },
      },
    }));
}
