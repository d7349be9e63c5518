import type { Environment } from '@resilience/config/environment';
import { isUnprotected, type Scenario, scenarios } from '@resilience/config/scenario';

/** A service that the organisation gives up in a disaster: neither proved nor breached. */
export interface Unprotected {
  readonly service: string;
  readonly scenario: Scenario;
  readonly verdict: 'unprotected';
  /** Why nobody needs it back, in a sentence. */
  readonly reason: string;
}

/** Every loss that an environment accepts, in the order of its services and of the scenarios. */
export const unprotected = ({ services }: Pick<Environment, 'services'>): Unprotected[] =>
  Object.entries(services).flatMap(([service, { objectives }]) =>
    scenarios.flatMap((scenario) => {
      const declared = objectives[scenario];
      return isUnprotected(declared)
        ? [{ service, scenario, verdict: 'unprotected' as const, reason: declared.unprotected }]
        : [];
    }),
  );
