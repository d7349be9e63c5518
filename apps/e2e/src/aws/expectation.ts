import type { Environment } from '@resilience/config/environment';

import type { AwsClients } from './clients.ts';

/** Something that must be true of the applied resources, by what AWS itself says of them. */
export interface Expectation {
  readonly what: string;
  /** @throws what differs from the declaration */
  readonly check: (environment: Environment, aws: (region: string) => AwsClients) => Promise<void>;
}
