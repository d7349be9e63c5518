import { isUnprotected, scenarios } from '@resilience/config/scenario';

import { declared, said } from '../../guard.ts';

export const disastersAreSurvived = declared({
  id: 'services/disasters-are-survived',
  absence: 'strongest',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([name, { objectives }]) =>
      scenarios.flatMap((scenario) => {
        const objective = objectives[scenario];
        return isUnprotected(objective)
          ? {
              path: `services.${name}.objectives.${scenario}`,
              subject: name,
              case: scenario,
              strength: 0,
              value: objective.unprotected,
            }
          : [];
      }),
    ),
  sentence: (one) =>
    said(one, {
      gone: () => `${one.names} must be recovered after ${one.cases}.`,
      come: (reason) => `${one.names} need not be recovered after ${one.cases}: ${reason}`,
      changed: (reason) => `Why ${one.names} need not be recovered after ${one.cases}: ${reason}`,
    }),
});
