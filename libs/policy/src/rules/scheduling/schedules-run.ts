import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const schedulesRun = rule({
  id: 'scheduling/schedules-run',
  severity: 'error',
  why: 'A paused schedule looks like protection and is none.',
  source: 'https://velero.io/docs/v1.18/api-types/schedule/',
  declaredAt: 'schedules.{name}',
  appliesTo: kind('velero.io/Schedule'),
  shape: z.looseObject({ spec: z.looseObject({ paused: z.boolean().default(false) }) }),
  check: ({ spec: { paused } }) =>
    paused
      ? [
          violation('is paused', {
            at: ['spec', 'paused'],
            expected: false.toString(),
            received: paused,
          }),
        ]
      : [],
});
