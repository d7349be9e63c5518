import type { Service } from '@resilience/config/declaration';
import { scenarios } from '@resilience/config/scenario';

import { constant, recordFamily, type RecordingRule } from '../record.ts';

/** What is declared of each service whose backups are mounted. */
export const serviceObjectives = recordFamily({
  name: 'service-objectives',
  rules: ({ backups }) =>
    Object.entries(backups.source.services).flatMap(([service, { objectives }]) => [
      ...strictest(service, objectives),
      ...scenarios.flatMap((scenario) => [
        constant('resilience:service_declared_rpo_seconds', objectives[scenario].rpo.seconds, {
          service,
          scenario,
        }),
        constant('resilience:service_rto_seconds', objectives[scenario].rto.seconds, {
          service,
          scenario,
        }),
      ]),
    ]),
});

/** The least that may be lost in any disaster in which something has to be restored. */
function strictest(service: string, objectives: Service['objectives']): RecordingRule[] {
  const points = Object.values(objectives)
    .map(({ rpo }) => rpo.seconds)
    .filter((seconds) => seconds > 0);
  return points.length === 0
    ? []
    : [constant('resilience:service_rpo_seconds', Math.min(...points), { service })];
}
