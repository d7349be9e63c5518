import type { Check } from './check.ts';

/** Velero refuses to write backups to a location whose access mode is ReadOnly. */
export const readOnlyStorageTakesNoSchedules: Check = ({ storage, schedules }) =>
  storage.kind === 'replica' && storage.accessMode === 'ReadOnly'
    ? Object.keys(schedules).map((name) => ({
        path: `schedules.${name}`,
        code: 'config/read-only-storage-takes-no-schedules',
        message: 'would write to storage that is mounted read-only',
        expected: 'no schedules',
        received: `the schedule "${name}"`,
        fix: 'remove the schedule; after a failover, set storage.accessMode to ReadWrite first',
      }))
    : [];
