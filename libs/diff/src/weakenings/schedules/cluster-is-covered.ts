import { counted, declared } from '../../guard.ts';

export const clusterIsCovered = declared({
  id: 'schedules/cluster-is-covered',
  absence: 'unsaid',
  guards: ({ schedules }) =>
    Object.entries(schedules).map(([name, { covers }]) => ({
      path: `schedules.${name}.covers`,
      subject: name,
      strength: covers === 'cluster' ? 1 : 0,
      value: covers === 'cluster' ? 'the whole cluster' : 'the namespaces of some services',
    })),
  sentence: ({ names, many, before, after }) =>
    `Backups of the ${counted('schedule', many)} ${names} hold ${after} instead of ${before}.`,
});
