import { hours } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { alert, type Condition } from '../alert.ts';
import { newestEndedIn } from '../backups-of.ts';
import { promDuration } from '../promql.ts';

/** Long enough to be seen; a backup by hand has no next run that would put it right. */
const window = hours(1);

/** A backup has failed, and none of its schedule has come to a better end since. */
export const BackupFailed = alert({
  name: 'BackupFailed',
  severity: 'critical',
  component: 'backup',
  needs: ['resilience_backup_start_timestamp_seconds', 'velero_backup_failure_total'],
  conditions: (environment) => [...bySchedule(environment), ...byHand(environment)],
});

function bySchedule({ schedules }: Environment): Condition[] {
  const names = Object.keys(schedules);
  if (names.length === 0) return [];
  return [
    {
      expr: newestEndedIn(names, 'Failed'),
      summary: 'The newest backup of {{ $labels.schedule }} failed',
      description:
        'The backup that schedule {{ $labels.schedule }} began at {{ $value | humanizeTimestamp }} failed: it restores nothing.',
    },
  ];
}

/** A counter, as such backups are not told apart by a schedule; Velero starts it at zero. */
const byHand = ({ backups }: Environment): Condition[] =>
  backups.accessMode === 'ReadOnly'
    ? []
    : [
        {
          expr: `sum(increase(velero_backup_failure_total{schedule=""}[${promDuration(window)}])) > 0`,
          labels: { schedule: 'on-demand' },
          summary: 'A backup on demand failed',
          description: 'A backup that no schedule made failed within the last hour.',
        },
      ];
