import { drilledScenario } from '@resilience/config/drilled-services';

import { newest, rehearsal, stepBudget } from '../rehearsal.ts';
import type { DrillOf } from './drill.ts';

/** Restores every service that the backups hold, as after the loss of a cluster. */
export const clusterRestore: DrillOf<'cluster-restore'> = ({ name, drill }) =>
  rehearsal({
    ...newest,
    drill: name,
    runbook: drill.kind,
    scenario: drilledScenario[drill.kind],
    services: '["*"]',
    budget: stepBudget(drill.durationBudget),
  });
