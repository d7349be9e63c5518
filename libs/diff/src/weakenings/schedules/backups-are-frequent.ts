import { gapsOf } from '@resilience/config/cron-gap';
import { formatDuration } from '@resilience/config/duration';

import { counted, declared } from '../../guard.ts';

export const backupsAreFrequent = declared({
  id: 'schedules/backups-are-frequent',
  absence: 'unsaid',
  guards: ({ schedules }) =>
    Object.entries(schedules).map(([name, { cron }]) => ({
      path: `schedules.${name}.cron`,
      subject: name,
      strength: -gapsOf(cron).longest.seconds,
      value: `at ${cron.expression} (at most ${formatDuration(gapsOf(cron).longest)} apart)`,
    })),
  sentence: ({ names, many, before, after }) =>
    `Backups by the ${counted('schedule', many)} ${names} are made ${after} instead of ${before}.`,
});
