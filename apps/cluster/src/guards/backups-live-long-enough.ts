import { formatDuration, goDuration } from '@resilience/config/duration';
import { veleroServiceAccount } from '@resilience/config/names';
import { shortestRetention } from '@resilience/config/retention';

import type { GuardOf } from './guard.ts';

/** A backup by hand that is gone before anybody misses the data. */
export const backupsLiveLongEnough: GuardOf = (environment) => {
  const shortest = shortestRetention(environment);
  if (!shortest) return undefined;
  const least = goDuration(shortest);
  return {
    name: 'backups-live-long-enough',
    resources: ['backups'],
    // What is there is changed by Velero alone.
    operations: ['CREATE'],
    // What Velero makes by schedule is declared, and what it finds in the bucket is a fact.
    except: [veleroServiceAccount],
    validations: [
      {
        expression: `!has(object.spec.ttl) || duration(object.spec.ttl) >= duration('${least}')`,
        message: `A backup is kept for at least ${formatDuration(shortest)}: give a ttl of ${least} or more.`,
      },
    ],
  };
};
