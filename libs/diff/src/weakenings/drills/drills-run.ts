import { z } from 'zod';

import { be, counted, rendered } from '../../guard.ts';

const workflow = z.looseObject({ spec: z.looseObject({ suspend: z.boolean().default(false) }) });

export const drillsRun = rendered({
  id: 'drills/drills-run',
  absence: 'unsaid',
  guards: (files) =>
    files.of('argoproj.io/CronWorkflow').map(({ file, name, value }) => {
      const isSuspended = workflow.safeParse(value).data?.spec.suspend === true;
      return {
        path: file,
        subject: name,
        strength: isSuspended ? 0 : 1,
        value: isSuspended ? 'suspended: no drill is run' : 'no longer suspended',
      };
    }),
  sentence: ({ names, many, after }) =>
    `The ${counted('CronWorkflow', many)} ${names} ${be(many)} ${after}.`,
});
