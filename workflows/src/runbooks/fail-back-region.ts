import type { Environment } from '@resilience/config/environment';

import { allServicesAsked, everything } from '../recovered.ts';
import { recovery } from '../recovery.ts';
import type { Runbook } from '../runbook.ts';

/** Restores every service where it came from, out of what was backed up in the other region. */
export const failBackRegion = (environment: Environment): Runbook =>
  recovery(environment, {
    runbook: 'fail-back-region',
    scenario: 'region-failure',
    asks: [allServicesAsked],
    disasterAt: 'When the last backup of the other region was complete, or any time since',
    restored: everything,
    pauses: false,
    before: ['writers-are-stopped', 'bucket-is-brought-back'],
    after: ['traffic-is-switched'],
  });
