import type { Check } from './check.ts';

/** A failover that reads the bucket of the region which it takes for lost proves nothing. */
export const failoversStartFromTheReplica: Check = ({ storage, drills }) =>
  storage.kind === 'replica'
    ? []
    : Object.entries(drills)
        .filter(([, { kind }]) => kind === 'region-failover')
        .map(([name]) => ({
          path: `drills.${name}.kind`,
          code: 'config/failovers-start-from-the-replica',
          message: 'is drilled where the backups are written',
          expected: 'region-failover only where storage is the replica of another environment',
          received: '"region-failover"',
          fix: 'declare it in the environment that mounts the replica',
        }));
