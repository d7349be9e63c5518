import type { Environment } from '@resilience/config/environment';

import { askedServices, servicesAsked } from '../recovered.ts';
import { recovery } from '../recovery.ts';
import { restoredScenario } from '../restored-scenario.ts';
import type { Runbook } from '../runbook.ts';

/** Restores the namespaces of services; what is still there is left as it is. */
export const restoreNamespace = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'restore-namespace',
    scenario: restoredScenario['restore-namespace'],
    asks: [servicesAsked],
    restored: askedServices,
    pauses: true,
  });
