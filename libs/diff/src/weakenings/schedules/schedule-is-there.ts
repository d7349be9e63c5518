import { declared, said } from '../../guard.ts';

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
      gone: () => `The schedule ${one.names} is removed: no further backup is made by it.`,
      come: () => `The schedule ${one.names} is added.`,
      changed: () => '',
    }),
});
