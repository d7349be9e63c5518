import { minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { takesSnapshots } from '../copied-volumes.ts';

/** AWS raises a quota within days; a fifth of it is days of backups. */
const share = 0.8;

/** Soon no snapshot can be taken any more. */
export const SnapshotQuotaApproaching = alert({
  name: 'SnapshotQuotaApproaching',
  severity: 'warning',
  component: 'storage',
  needs: ['resilience_backup_snapshots', 'resilience_backup_native_snapshots'],
  conditions: (environment) => {
    const { aws, monitoring } = environment;
    if (!takesSnapshots(environment)) return [];
    return [
      {
        expr: `resilience:snapshots:count > ${monitoring.snapshotQuota * share}`,
        for: minutes(15),
        summary: `The snapshots of backups use most of the quota in ${aws.region}`,
        description: `Backups hold {{ $value }} EBS snapshots in ${aws.region}, and the quota of the account is ${monitoring.snapshotQuota}. Snapshots that Velero did not take count, too, and are not in this number.`,
      },
    ];
  },
});
