import { formatDuration } from '@resilience/config/duration';

import { counted, declared } from '../../guard.ts';

export const backupsEndInTime = declared({
  id: 'schedules/backups-end-in-time',
  absence: 'unsaid',
  guards: ({ schedules }) =>
    Object.entries(schedules).map(([name, { durationBudget }]) => ({
      path: `schedules.${name}.durationBudget`,
      subject: name,
      strength: -durationBudget.seconds,
      value: formatDuration(durationBudget),
    })),
  sentence: ({ names, many, before, after }) =>
    `A backup of the ${counted('schedule', many)} ${names} may take ${after} instead of ${before} before anybody is notified.`,
});
