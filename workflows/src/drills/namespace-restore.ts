import { drilledScenario } from '@resilience/config/drilled-services';

import { newest, rehearsal, stepBudget } from '../rehearsal.ts';
import type { DrillOf } from './drill.ts';

/** Restores the namespaces of services, as after they were deleted. */
export const namespaceRestore: DrillOf<'namespace-restore'> = ({ name, drill }) =>
  rehearsal({
    ...newest,
    drill: name,
    runbook: drill.kind,
    scenario: drilledScenario[drill.kind],
    services: JSON.stringify(drill.services),
    budget: stepBudget(drill.durationBudget),
  });
