import { takesSnapshots } from '../copied-volumes.ts';
import { constant, recordFamily } from '../record.ts';

export const snapshots = recordFamily({
  name: 'snapshots',
  about: 'How many snapshots the backups hold; those that were moved to the bucket are gone.',
  rules: (environment) =>
    takesSnapshots(environment)
      ? [
          {
            record: 'resilience:snapshots:count',
            // Volumes without a CSI driver are told apart: their snapshots are never moved.
            expr: `sum(resilience_backup_snapshots{snapshot_move_data!="true"})
+ (sum(resilience_backup_native_snapshots) or vector(0))`,
          },
          constant('resilience:snapshot_quota', environment.monitoring.snapshotQuota),
        ]
      : [],
});
