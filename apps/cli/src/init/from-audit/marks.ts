import type { Duration } from '@resilience/config/duration';
import type { Scenario } from '@resilience/config/scenario';

/** An objective that what was found holds, or the loss that has to be accepted. */
export type HeldObjective =
  | { readonly rpo: Duration; readonly rto: Duration }
  | { readonly unprotected: string };

/** A rule that what was found breaks. */
export interface Breach {
  readonly rule: string;
  readonly subject: string;
  readonly why: string;
}

/** What the declaration has to say so that what was found is declared as it is, and no better. */
export interface Marks {
  /** Of each service, where the objectives of its tier do not hold. */
  readonly objectives: Readonly<Record<string, Partial<Record<Scenario, HeldObjective>>>>;
  /** Waived until they are put right. */
  readonly breaches: readonly Breach[];
}

export const noMarks: Marks = { objectives: {}, breaches: [] };
