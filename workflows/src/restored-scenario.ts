import type { Scenario } from '@resilience/config/scenario';

import type { RunbookName } from './automation.ts';

/** The runbooks that restore services that are named. */
export type RestoreRunbook = Extract<
  RunbookName,
  'restore-volume' | 'restore-namespace' | 'restore-resources' | 'restore-into-quarantine'
>;

/** The disaster that each of them is measured against. */
export const restoredScenario = {
  'restore-volume': 'volume-corruption',
  'restore-namespace': 'namespace-deletion',
  'restore-resources': 'namespace-deletion',
  'restore-into-quarantine': 'malicious-deletion',
} as const satisfies Record<RestoreRunbook, Scenario>;
