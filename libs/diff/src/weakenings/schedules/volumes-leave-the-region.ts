import { counted, declared } from '../../guard.ts';

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
  sentence: ({ names, many, before, after }) =>
    `Volumes in backups of the ${counted('schedule', many)} ${names} are kept ${after}, instead of ${before}.`,
});
