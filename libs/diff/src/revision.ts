import type { Environment } from '@resilience/config/environment';
import type { Bill } from '@resilience/cost/price';
import type { Finding } from '@resilience/policy/check';
import type { Rendered } from '@resilience/policy/rendered';
import type { Proof } from '@resilience/recovery/prove';

/** One environment as it is at a revision. */
export interface Revision {
  readonly name: string;
  /** Undefined where this version of the layer cannot read the declaration. */
  readonly declared: Declared | undefined;
  readonly rendered: Rendered;
  /** Where Terraform keeps the state of each stack, such as `s3://bucket/access.tfstate`. */
  readonly states: ReadonlyMap<string, string>;
  /** What the policies find, waived or not. */
  readonly findings: readonly Finding[];
}

/** A declaration, and what is computed from it. */
interface Declared {
  readonly environment: Environment;
  readonly proofs: readonly Proof[];
  /** Undefined where nothing is stored, or no prices are known. */
  readonly bill: Bill | undefined;
}

/** What is compared: undefined is an environment that one side has not. */
export interface Pair {
  readonly before: Revision | undefined;
  readonly after: Revision | undefined;
}
