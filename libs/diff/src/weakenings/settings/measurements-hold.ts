import { formatDuration } from '@resilience/config/duration';

import { declared, said } from '../../guard.ts';

const kinds = ['detection', 'decision', 'steps'] as const;

export const measurementsHold = declared({
  id: 'settings/measurements-hold',
  absence: 'neutral',
  guards: ({ name: environment, measurements }) =>
    kinds.flatMap((kind) =>
      Object.entries(measurements[kind]).map(([name, { worst, runs }]) => ({
        path: `environments/${environment}/measurements.json`,
        id: `${kind}.${name}`,
        subject: kind === 'steps' ? `the step ${name}` : `the ${kind} of ${name}`,
        strength: -worst,
        value: `${formatDuration({ seconds: Math.ceil(worst) })} at worst in ${runs} runs`,
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () => `No drill has measured ${one.names} any more.`,
      come: (after) => `Drills measured ${after} for ${one.names}.`,
      changed: (after, before) =>
        `Drills measured ${after}, instead of ${before}, for ${one.names}.`,
    }),
});
