import { formatDuration } from '@resilience/config/duration';

import { declared } from '../../guard.ts';

export const backupsAreKept = declared({
  id: 'schedules/backups-are-kept',
  absence: 'unsaid',
  guards: ({ schedules }) =>
    Object.entries(schedules).map(([name, { retention }]) => ({
      path: `schedules.${name}.retention`,
      subject: name,
      strength: retention.seconds,
      value: formatDuration(retention),
    })),
  sentence: ({ names, before, after }) =>
    `Backups of the schedule ${names} are kept for ${after} instead of ${before}.`,
});
