import { declared, said } from '../../guard.ts';

export const servicesAreBackedUp = declared({
  id: 'services/services-are-backed-up',
  absence: 'weakest',
  guards: ({ services, notBackedUp }) => [
    ...Object.keys(services).map((name) => ({
      path: `services.${name}`,
      subject: name,
      strength: 1,
      value: 'backed up',
    })),
    ...Object.entries(notBackedUp).map(([name, { reason }]) => ({
      path: `services.${name}`,
      subject: name,
      strength: 0,
      value: `in no backup: ${reason}`,
    })),
  ],
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The service ${one.names} is removed: its recovery is neither proved nor drilled.`,
      come: (after) => `The service ${one.names} is added, ${after}`.replace(/[^.]$/, '$&.'),
      changed: (after) => `The service ${one.names} is now ${after}`.replace(/[^.]$/, '$&.'),
    }),
});
