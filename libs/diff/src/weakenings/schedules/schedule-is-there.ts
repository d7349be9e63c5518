import { be, counted, declared, said } from '../../guard.ts';

export const scheduleIsThere = declared({
  id: 'schedules/schedule-is-there',
  absence: 'weakest',
  guards: ({ schedules }) =>
    Object.entries(schedules).map(([name]) => ({
      path: `schedules.${name}`,
      subject: name,
      strength: 1,
      value: 'is there',
    })),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The ${counted('schedule', one.many)} ${one.names} ${be(one.many)} removed: no further backup is made.`,
      come: () => `The ${counted('schedule', one.many)} ${one.names} ${be(one.many)} added.`,
      changed: () => '',
    }),
});
