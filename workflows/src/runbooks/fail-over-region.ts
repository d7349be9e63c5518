import type { Environment } from '@resilience/config/environment';

import { allServicesAsked, everything } from '../recovered.ts';
import { recovery } from '../recovery.ts';
import type { Runbook } from '../runbook.ts';

/** Restores every service out of the replica, in its region; then people lead the traffic there. */
export const failOverRegion = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'fail-over-region',
    scenario: 'region-failure',
    asks: [allServicesAsked],
    restored: everything,
    pauses: false,
    after: ['traffic-is-switched'],
  });
