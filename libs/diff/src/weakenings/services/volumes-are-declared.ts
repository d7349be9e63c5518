import { declared, said } from '../../guard.ts';

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
      gone: () => `The volume ${one.names} is no longer declared: no proof and no drill counts it.`,
      come: () => `The volume ${one.names} is declared.`,
      changed: () => '',
    }),
});
