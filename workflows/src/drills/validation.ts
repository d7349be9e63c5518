import { drilledScenario } from '@resilience/config/drilled-services';

import { newest, rehearsal, stepBudget } from '../rehearsal.ts';
import type { DrillOf } from './drill.ts';

/** Restores the services that tell most about the backups, and verifies what is in them. */
export const validation: DrillOf<'validation'> = ({ name, drill }) =>
  rehearsal({
    ...newest,
    drill: name,
    runbook: drill.kind,
    scenario: drilledScenario[drill.kind],
    services: JSON.stringify(drill.services),
    budget: stepBudget(drill.durationBudget),
  });
