import type { Environment } from '@resilience/config/environment';

import { askedServices, servicesAsked } from '../recovered.ts';
import { asGiven, recovery } from '../recovery.ts';
import { restoredScenario } from '../restored-scenario.ts';
import type { Runbook } from '../runbook.ts';

/** Restores selected objects of services, by kind and label; what is still there is left as it is. */
export const restoreResources = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'restore-resources',
    scenario: restoredScenario['restore-resources'],
    asks: [
      servicesAsked,
      { name: 'kinds', description: 'With commas between, such as deployments.apps,configmaps' },
      { name: 'selector', description: 'Labels with commas between, such as app=web', value: '' },
    ],
    restored: { ...askedServices, ...asGiven('kinds', 'selector'), partial: 'true' },
    pauses: true,
  });
