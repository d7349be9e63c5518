import type { Environment } from '@resilience/config/environment';

import type { Edit } from '../edit.ts';

/** Each volume that is not backed up with a snapshot of it. */
export const protections = (environment: Environment): Edit[] =>
  Object.entries(environment.services).flatMap(([service, declared]) =>
    Object.entries(declared.volumes)
      .filter(([, { backup }]) => backup.method === 'skip')
      .map(([name, volume]) => ({
        path: `services.${service}.volumes.${name}.backup.method`,
        from: 'skip',
        to: 'snapshot',
        environment: {
          ...environment,
          services: {
            ...environment.services,
            [service]: {
              ...declared,
              volumes: {
                ...declared.volumes,
                [name]: { ...volume, backup: { method: 'snapshot' } },
              },
            },
          },
        },
      })),
  );
