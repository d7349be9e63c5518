import { takesSnapshots } from '../copied-volumes.ts';
import { constant, recordFamily } from '../record.ts';

/** How many snapshots the backups hold; those that were moved to the bucket are gone. */
export const snapshots = recordFamily({
  name: 'snapshots',
  rules: (environment) =>
    takesSnapshots(environment)
      ? [
          {
            record: 'resilience:snapshots:count',
            expr: 'sum(max by (backup) (resilience_backup_snapshots{snapshot_move_data!="true"}))',
          },
          constant('resilience:snapshot_quota', environment.monitoring.snapshotQuota),
        ]
      : [],
});
