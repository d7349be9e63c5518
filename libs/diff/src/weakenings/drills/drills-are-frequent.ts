import { gapsOf } from '@resilience/config/cron-gap';
import { formatDuration } from '@resilience/config/duration';

import { declared } from '../../guard.ts';

export const drillsAreFrequent = declared({
  id: 'drills/drills-are-frequent',
  absence: 'unsaid',
  guards: ({ drills }) =>
    Object.entries(drills).map(([name, { cron }]) => ({
      path: `drills.${name}.cron`,
      subject: name,
      strength: -gapsOf(cron).longest.seconds,
      value: `at ${cron.expression} (at most ${formatDuration(gapsOf(cron).longest)} apart)`,
    })),
  sentence: ({ names, before, after }) => `The drill ${names} runs ${after} instead of ${before}.`,
});
