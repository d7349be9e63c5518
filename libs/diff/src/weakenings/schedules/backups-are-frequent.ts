import { gapsOf } from '@resilience/config/cron-gap';
import { formatDuration } from '@resilience/config/duration';

import { declared } from '../../guard.ts';

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
  sentence: ({ names, before, after }) =>
    `The schedule ${names} makes backups ${after} instead of ${before}.`,
});
