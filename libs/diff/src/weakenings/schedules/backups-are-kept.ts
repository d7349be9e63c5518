import { formatDuration } from '@resilience/config/duration';

import { counted, declared } from '../../guard.ts';

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
  sentence: ({ names, many, before, after }) =>
    `Backups of the ${counted('schedule', many)} ${names} are kept for ${after} instead of ${before}.`,
});
