import type { Environment } from '@resilience/config/environment';

import { allServices } from '../recovered.ts';
import { recovery } from '../recovery.ts';
import type { Runbook } from '../runbook.ts';

/** Restores every service into a new cluster that has ArgoCD and this layer in it. */
export const restoreCluster = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'restore-cluster',
    scenario: 'cluster-corruption',
    asks: [],
    restored: allServices,
    pauses: false,
  });
