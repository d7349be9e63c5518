import { z } from 'zod';

import { be, counted, rendered } from '../../guard.ts';

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
        value: isPaused ? 'paused: no backup is made' : 'no longer paused',
      };
    }),
  sentence: ({ names, many, after }) =>
    `The ${counted('schedule', many)} ${names} ${be(many)} ${after}.`,
});
