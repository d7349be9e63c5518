import type { Environment } from '@resilience/config/environment';
import type { Bill } from '@resilience/cost/price';
import type { Proof } from '@resilience/recovery/prove';

/** What a report is about. */
export interface Reported {
  readonly environment: Environment;
  readonly proofs: readonly Proof[];
  /** Undefined where prices are unknown, or nothing is stored. */
  readonly bill: Bill | undefined;
}
