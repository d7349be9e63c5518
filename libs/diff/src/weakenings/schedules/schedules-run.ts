import { z } from 'zod';

import { rendered } from '../../guard.ts';

const schedule = z.looseObject({ spec: z.looseObject({ paused: z.boolean().default(false) }) });

export const schedulesRun = rendered({
  id: 'schedules/schedules-run',
  absence: 'unsaid',
  guards: (files) =>
    files.of('velero.io/Schedule').map(({ file, name, value }) => {
      const isPaused = schedule.safeParse(value).data?.spec.paused === true;
      return {
        path: file,
        subject: name,
        strength: isPaused ? 0 : 1,
        value: isPaused ? 'is paused: it makes no backups' : 'is no longer paused',
      };
    }),
  sentence: ({ names, after }) => `The schedule ${names} ${after}.`,
});
