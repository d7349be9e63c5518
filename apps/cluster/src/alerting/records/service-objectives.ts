import type { Service } from '@resilience/config/declaration';
import {
  isUnprotected,
  type Objective,
  type Scenario,
  scenarios,
} from '@resilience/config/scenario';

import { constant, recordFamily, type RecordingRule } from '../record.ts';

export const serviceObjectives = recordFamily({
  name: 'service-objectives',
  about: 'What is declared of each service whose backups are mounted.',
  isOfServices: true,
  rules: ({ backups }) =>
    Object.entries(backups.source.services).flatMap(([service, { objectives, tier }]) => [
      ...strictest(service, objectives),
      ...scenarios.flatMap((scenario) => {
        const declared = objectives[scenario];
        return isUnprotected(declared)
          ? [constant('resilience:service_unprotected', 1, { service, scenario, tier })]
          : objectiveOf(service, scenario, declared);
      }),
    ]),
});

const objectiveOf = (
  service: string,
  scenario: Scenario,
  { rpo, rto }: Objective,
): RecordingRule[] => [
  constant('resilience:service_declared_rpo_seconds', rpo.seconds, { service, scenario }),
  constant('resilience:service_rto_seconds', rto.seconds, { service, scenario }),
];

/** The least that may be lost in any disaster in which something has to be restored. */
function strictest(service: string, objectives: Service['objectives']): RecordingRule[] {
  const points = Object.values(objectives)
    .flatMap((declared) => (isUnprotected(declared) ? [] : declared.rpo.seconds))
    .filter((seconds) => seconds > 0);
  return points.length === 0
    ? []
    : [constant('resilience:service_rpo_seconds', Math.min(...points), { service })];
}
