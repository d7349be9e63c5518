import { declared } from '../../guard.ts';

export const volumesLeaveTheRegion = declared({
  id: 'schedules/volumes-leave-the-region',
  absence: 'unsaid',
  guards: ({ schedules }) =>
    Object.entries(schedules).map(([name, { volumes }]) => ({
      path: `schedules.${name}.volumes`,
      subject: name,
      strength: volumes === 'file-level-copies' ? 1 : 0,
      value:
        volumes === 'file-level-copies'
          ? 'as file-level copies in the bucket'
          : 'as snapshots, which stay in their region',
    })),
  sentence: ({ names, before, after }) =>
    `The schedule ${names} keeps volumes ${after}, instead of ${before}.`,
});
