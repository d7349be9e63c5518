import type { Environment } from '@resilience/config/environment';

import { allServicesAsked, everything } from '../recovered.ts';
import { recovery } from '../recovery.ts';
import type { Runbook } from '../runbook.ts';

/** Restores every service into a new cluster that has ArgoCD and this layer in it, and then all else. */
export const restoreCluster = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'restore-cluster',
    scenario: 'cluster-corruption',
    asks: [allServicesAsked],
    restored: everything,
    pauses: false,
  });
