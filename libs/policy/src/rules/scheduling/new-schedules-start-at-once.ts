import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const newSchedulesStartAtOnce = rule({
  id: 'scheduling/new-schedules-start-at-once',
  severity: 'error',
  why: 'With skipImmediately a new schedule waits a whole period, and after each sync that makes it anew again.',
  source: 'https://velero.io/docs/v1.18/api-types/schedule/',
  declaredAt: 'apps/cluster/src/charts/velero-schedules.ts',
  appliesTo: kind('velero.io/Schedule'),
  shape: z.looseObject({ spec: z.looseObject({ skipImmediately: z.boolean().optional() }) }),
  check: ({ spec: { skipImmediately } }) =>
    skipImmediately === false
      ? []
      : [
          violation('may wait a whole period for its first backup', {
            at: ['spec', 'skipImmediately'],
            expected: false.toString(),
            received: skipImmediately,
          }),
        ],
});
