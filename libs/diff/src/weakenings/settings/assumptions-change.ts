import { formatDuration } from '@resilience/config/duration';

import { declared } from '../../guard.ts';

const kinds = ['detection', 'decision', 'steps'] as const;

export const assumptionsChange = declared({
  id: 'settings/assumptions-change',
  absence: 'neutral',
  guards: ({ recovery }) =>
    kinds.flatMap((kind) =>
      Object.entries(recovery[kind]).map(([name, { atMost }]) => ({
        path: `recovery.${kind}.${name}`,
        subject: kind === 'steps' ? `the step ${name}` : `the ${kind} of ${name}`,
        strength: 0,
        value: formatDuration(atMost),
      })),
    ),
  sentence: ({ names, before, after }) =>
    `The proof assumes at most ${after ?? 'nothing'} instead of ${before ?? 'nothing'} for ${names}.`,
});
