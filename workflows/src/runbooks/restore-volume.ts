import type { Environment } from '@resilience/config/environment';

import { askedServices, servicesAsked } from '../recovered.ts';
import { asGiven, recovery } from '../recovery.ts';
import { restoredScenario } from '../restored-scenario.ts';
import type { Runbook } from '../runbook.ts';

/** Restores one volume whose claim is gone; its workload is scaled down before, and up again after. */
export const restoreVolume = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'restore-volume',
    scenario: restoredScenario['restore-volume'],
    asks: [
      { ...servicesAsked, description: 'JSON list of the one service, such as ["orders"]' },
      { name: 'volume', description: 'The volume as it is declared, such as postgres-data' },
    ],
    restored: { ...askedServices, ...asGiven('volume') },
    pauses: true,
    before: ['claim-is-deleted'],
  });
