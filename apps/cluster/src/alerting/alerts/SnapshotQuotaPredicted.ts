import { days, hours } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { takesSnapshots } from '../copied-volumes.ts';
import { promDuration } from '../promql.ts';

/** A week holds every kind of day; two are enough to have a quota raised. */
const window = days(7);
const ahead = days(14);

/** At this rate the quota is used up in two weeks. */
export const SnapshotQuotaPredicted = alert({
  name: 'SnapshotQuotaPredicted',
  severity: 'warning',
  component: 'storage',
  needs: ['resilience_backup_snapshots', 'resilience_backup_native_snapshots'],
  conditions: (environment) => {
    const { aws, monitoring } = environment;
    if (!takesSnapshots(environment)) return [];
    return [
      {
        expr: `predict_linear(resilience:snapshots:count[${promDuration(window)}], ${ahead.seconds}) > ${monitoring.snapshotQuota}`,
        // A backup adds its snapshots at once: the slope has to last.
        for: hours(6),
        summary: `The snapshots of backups will use up the quota in ${aws.region}`,
        description: `As they grew in the last week, the EBS snapshots of backups in ${aws.region} will be {{ $value | humanize }} in two weeks, and the quota is ${monitoring.snapshotQuota}.`,
      },
    ];
  },
});
