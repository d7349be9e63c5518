import { be, counted, declared, said } from '../../guard.ts';

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
        `The ${counted('service', one.many)} ${one.names} ${be(one.many)} removed: no recovery is proved or drilled.`,
      come: (after) =>
        `The ${counted('service', one.many)} ${one.names} ${be(one.many)} added, ${after}`.replace(
          /[^.]$/,
          '$&.',
        ),
      changed: (after) =>
        `The ${counted('service', one.many)} ${one.names} ${be(one.many)} now ${after}`.replace(
          /[^.]$/,
          '$&.',
        ),
    }),
});
