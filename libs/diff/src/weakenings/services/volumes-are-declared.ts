import { be, counted, declared, said } from '../../guard.ts';

export const volumesAreDeclared = declared({
  id: 'services/volumes-are-declared',
  absence: 'weakest',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([service, { volumes }]) =>
      Object.keys(volumes).map((volume) => ({
        path: `services.${service}.volumes.${volume}`,
        subject: `${volume} of ${service}`,
        strength: 1,
        value: 'declared',
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () =>
        `The ${counted('volume', one.many)} ${one.names} ${be(one.many)} no longer declared: no proof counts, and no drill restores, what is in there.`,
      come: () => `The ${counted('volume', one.many)} ${one.names} ${be(one.many)} declared.`,
      changed: () => '',
    }),
});
