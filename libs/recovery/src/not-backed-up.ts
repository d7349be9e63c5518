import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';

import { disasters } from './disaster.ts';

/** A service that no backup holds, in one disaster: neither proved nor breached. */
export interface NotBackedUp {
  readonly service: string;
  readonly scenario: Scenario;
  readonly verdict: 'not-backed-up';
  /** Why no backup holds it, in a sentence. */
  readonly reason: string;
  /** Whether the disaster leaves volumes as they are: then nothing is lost. */
  readonly keepsVolumes: boolean;
}

/** Every service without a backup in every disaster, in the order of the services and of the scenarios. */
export const notBackedUp = (environment: Pick<Environment, 'notBackedUp'>): NotBackedUp[] =>
  Object.entries(environment.notBackedUp).flatMap(([service, { reason }]) =>
    scenarios.map((scenario) => ({
      service,
      scenario,
      verdict: 'not-backed-up' as const,
      reason,
      keepsVolumes: disasters[scenario].keepsVolumes,
    })),
  );
