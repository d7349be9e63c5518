import { formatDuration } from '@resilience/config/duration';
import { isUnprotected, scenarios } from '@resilience/config/scenario';

import { declared } from '../../guard.ts';

export const recoveryIsBounded = declared({
  id: 'services/recovery-is-bounded',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([name, { objectives }]) =>
      scenarios.flatMap((scenario) => {
        const objective = objectives[scenario];
        return isUnprotected(objective)
          ? []
          : {
              path: `services.${name}.objectives.${scenario}.rto`,
              subject: name,
              case: scenario,
              strength: -objective.rto.seconds,
              value: formatDuration(objective.rto),
            };
      }),
    ),
  sentence: ({ names, cases, before, after }) =>
    `${names} may take ${after} instead of ${before} to be back after ${cases}.`,
});
