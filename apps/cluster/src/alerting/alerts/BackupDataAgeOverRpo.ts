import { formatDuration } from '@resilience/config/duration';

import { alert } from '../alert.ts';
import { dataSince } from '../backups-of.ts';
import { type DataAgeLimit, dataAgeLimits } from '../data-age-limits.ts';
import { firstOf } from '../promql.ts';
import { seenWithin } from '../seen-within.ts';

/** A disaster now would lose more of a service than it may lose. */
export const BackupDataAgeOverRpo = alert({
  name: 'BackupDataAgeOverRpo',
  severity: 'critical',
  component: 'backup',
  needs: [
    'resilience_backup_start_timestamp_seconds',
    'resilience_schedule_created_timestamp_seconds',
  ],
  isOfServices: true,
  conditions: (environment) =>
    Object.entries(environment.services).flatMap(([service, { owner }]) => {
      const limits = dataAgeLimits(environment, service);
      if (limits.length === 0) return [];
      return [
        {
          expr: firstOf(...limits.map(tooOld)),
          for: seenWithin,
          labels: { service, owner },
          summary: `The newest backup of ${service} is older than its recovery point objective`,
          description: `The data that ${service} would be restored from is {{ $value | humanizeDuration }} old. ${limits.map(explain).join(' ')}`,
        },
      ];
    }),
});

const tooOld = ({ schedules, limit }: DataAgeLimit): string =>
  `time() - (\n${dataSince(schedules)}\n) > ${limit.seconds}`;

const explain = ({ schedules, limit, scenario, rpo }: DataAgeLimit): string =>
  `Backups of ${schedules.join(' and ')} may be ${formatDuration(limit)} old for the objective of ${formatDuration(rpo)} after a ${scenario}.`;
