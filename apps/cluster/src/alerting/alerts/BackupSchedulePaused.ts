import { minutes } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { oneOf } from '../promql.ts';

/** ArgoCD undoes within minutes what is not in Git: what stays paused so long is not mended. */
const unmended = minutes(30);

/** Somebody has paused a schedule, and nobody has resumed it. */
export const BackupSchedulePaused = alert({
  name: 'BackupSchedulePaused',
  severity: 'warning',
  component: 'backup',
  needs: ['resilience_schedule_paused'],
  conditions: ({ schedules }) => {
    const names = Object.keys(schedules);
    if (names.length === 0) return [];
    return [
      {
        expr: `max by (schedule) (resilience_schedule_paused{${oneOf('schedule', names)}}) == 1`,
        for: unmended,
        summary: 'Schedule {{ $labels.schedule }} is paused',
        description: 'Schedule {{ $labels.schedule }} makes no backups while it is paused.',
      },
    ];
  },
});
