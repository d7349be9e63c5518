import { minutes } from '@resilience/config/duration';
import { type Environment, isReplicated, ownsBucket } from '@resilience/config/environment';
import { hasDrRegion } from '@resilience/config/names';

import type { Edit } from '../edit.ts';

/** A replica, where there is none and a region for it is declared. Who reads it is for a person to say: here it is somebody. */
export function replicas(environment: Environment): Edit[] {
  if (!ownsBucket(environment) || isReplicated(environment) || !hasDrRegion(environment)) return [];
  return [
    {
      path: 'storage.replication.to',
      from: 'nowhere',
      to: 'dr-region',
      environment: {
        ...environment,
        storage: {
          ...environment.storage,
          replication: { to: 'dr-region', maximumLag: minutes(15), readBy: ['dr'] },
        },
      },
    },
  ];
}
