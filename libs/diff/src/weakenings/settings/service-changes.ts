import { declared } from '../../guard.ts';

export const serviceChanges = declared({
  id: 'settings/service-changes',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([name, { owner, namespace }]) => [
      { path: `services.${name}.owner`, subject: name, case: 'owner', strength: 0, value: owner },
      {
        path: `services.${name}.namespace`,
        subject: name,
        case: 'namespace',
        strength: 0,
        value: namespace,
      },
    ]),
  sentence: ({ names, cases, before, after }) =>
    `The ${cases} of ${names} is ${after} instead of ${before}.`,
});
