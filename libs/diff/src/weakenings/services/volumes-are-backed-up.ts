import { declared } from '../../guard.ts';

export const volumesAreBackedUp = declared({
  id: 'services/volumes-are-backed-up',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([service, { volumes }]) =>
      Object.entries(volumes).map(([volume, { backup }]) => ({
        path: `services.${service}.volumes.${volume}.backup`,
        subject: `${volume} of ${service}`,
        strength: backup.method === 'skip' ? 0 : 1,
        value:
          backup.method === 'skip'
            ? `left out of every backup (${backup.reason})`
            : `backed up by ${backup.method === 'snapshot' ? 'snapshots' : 'copies of its files'}`,
      })),
    ),
  sentence: ({ names, before, after }) => `The volume ${names} is ${after} instead of ${before}.`,
});
