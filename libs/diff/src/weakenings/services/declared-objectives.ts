import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { isUnprotected, type Objective, scenarios } from '@resilience/config/scenario';

import type { Guard } from '../../guard.ts';

/** One of the two objectives of every service in every disaster that it is recovered from. */
export const declaredObjectives =
  (key: keyof Objective) =>
  ({ services }: Environment): Guard[] =>
    Object.entries(services).flatMap(([name, { objectives }]) =>
      scenarios.flatMap((scenario) => {
        const objective = objectives[scenario];
        return isUnprotected(objective)
          ? []
          : {
              path: `services.${name}.objectives.${scenario}.${key}`,
              subject: name,
              case: scenario,
              strength: -objective[key].seconds,
              value: formatDuration(objective[key]),
            };
      }),
    );
