import type { Environment } from '@resilience/config/environment';

import { askedServices, servicesAsked } from '../recovered.ts';
import { asGiven, recovery } from '../recovery.ts';
import { restoredScenario } from '../restored-scenario.ts';
import type { Runbook } from '../runbook.ts';

/**
 * Restores one volume whose claim is gone. Its workload is scaled down before, and up again as soon as the claim is
 * there: the volume is made where a pod of the workload can run, and that pod waits for it.
 */
export const restoreVolume = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'restore-volume',
    scenario: restoredScenario['restore-volume'],
    asks: [
      { ...servicesAsked, description: 'JSON list of the one service, such as ["orders"]' },
      { name: 'volume', description: 'The volume as it is declared, such as postgres-data' },
    ],
    restored: { ...askedServices, ...asGiven('volume') },
    beside: { step: 'start-workload', given: asGiven('services', 'volume') },
    pauses: true,
    before: ['claim-is-deleted'],
  });
