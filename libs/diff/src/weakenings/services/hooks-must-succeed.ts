import { declared } from '../../guard.ts';

export const hooksMustSucceed = declared({
  id: 'services/hooks-must-succeed',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([service, { hooks }]) =>
      hooks.map(({ name, onError }) => ({
        path: `services.${service}.hooks`,
        id: name,
        subject: `${name} of ${service}`,
        strength: onError === 'fail' ? 1 : 0,
        value:
          onError === 'fail'
            ? 'leaves the pod out of the backup'
            : 'lets the backup of the pod go on',
      })),
    ),
  sentence: ({ names, before, after }) =>
    `A failure of the hook ${names} ${after}, and no longer ${before}.`,
});
