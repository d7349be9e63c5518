import { be, counted, declared, said } from '../../guard.ts';

export const hooksAreThere = declared({
  id: 'services/hooks-are-there',
  absence: 'weakest',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([service, { hooks }]) =>
      hooks.map(({ name }) => ({
        path: `services.${service}.hooks`,
        id: name,
        within: [`services.${service}`],
        subject: `${name} of ${service}`,
        strength: 1,
        value: 'is there',
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The ${counted('hook', one.many)} ${one.names} ${be(one.many)} removed: backups are made without it.`,
      come: () => `The ${counted('hook', one.many)} ${one.names} ${be(one.many)} added.`,
      changed: () => '',
    }),
});
