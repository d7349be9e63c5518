import { inDays } from '@resilience/config/duration';
import { type Environment, isArchived, isReplicated } from '@resilience/config/environment';

import { everyDay } from '../calendar.ts';
import type { Component } from '../component.ts';

/** What is paid for whether anything is backed up or not. Bucket keys make KMS requests rare. */
export const keysAndSecrets: Component = {
  name: 'keys-and-secrets',
  of: 'KMS keys with their rotations, and the repository password',
  cost: ({ environment, home, away }) => {
    const { inRegion, inDrRegion } = keysOf(environment);
    const secrets = secretsOf(environment);
    return everyDay(({ index, daysInMonth }) => {
      const billed = 1 + Math.min(2, Math.floor(index / rotationOf(environment)));
      const keys = (inRegion * home.key + inDrRegion * away.key) * billed;
      return (keys + secrets * home.secret) / daysInMonth;
    });
  },
};

/** The number of customer-managed keys in each of the two regions. */
function keysOf(environment: Environment): { inRegion: number; inDrRegion: number } {
  const { storage } = environment;
  // The key of the evidence bucket.
  if (storage.kind === 'replica') return { inRegion: 1, inDrRegion: 0 };
  const volumes = storage.encryption.newVolumes.encrypted === 'by-default' ? 1 : 0;
  return {
    // Of evidence, backups, the password and alarms.
    inRegion: 4 + volumes,
    inDrRegion:
      // Of the replica, its password and alarms, and volumes restored there.
      (isReplicated(environment) ? 3 + volumes : 0) + (isArchived(environment) ? 1 : 0),
  };
}

/** The repository password, replicated where the bucket is. */
function secretsOf(environment: Environment): number {
  if (environment.storage.kind === 'replica') return 0;
  return isReplicated(environment) ? 2 : 1;
}

const rotationOf = ({ storage }: Environment): number =>
  storage.kind === 'bucket' ? inDays(storage.encryption.keyRotation) : 365;
