import { formatDuration } from '@resilience/config/duration';
import { isUnprotected, scenarios } from '@resilience/config/scenario';

import { declared } from '../../guard.ts';

export const dataLossIsBounded = declared({
  id: 'services/data-loss-is-bounded',
  absence: 'unsaid',
  guards: ({ services }) =>
    Object.entries(services).flatMap(([name, { objectives }]) =>
      scenarios.flatMap((scenario) => {
        const objective = objectives[scenario];
        return isUnprotected(objective)
          ? []
          : {
              path: `services.${name}.objectives.${scenario}.rpo`,
              subject: name,
              case: scenario,
              strength: -objective.rpo.seconds,
              value: formatDuration(objective.rpo),
            };
      }),
    ),
  sentence: ({ names, cases, before, after }) =>
    `${names} may lose ${after} instead of ${before} of data in ${cases}.`,
});
