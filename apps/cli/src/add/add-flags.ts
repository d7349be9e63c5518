import type { Problem } from '@resilience/config/problem';

export interface AddFlags {
  /** Write without asking. */
  readonly yes?: boolean;
  /** Write nothing. */
  readonly dryRun?: boolean;
}

export interface Added {
  readonly title: string;
  /** Of the declarations. */
  readonly diff: string;
  /** The environments whose declaration is changed. */
  readonly environments: readonly string[];
  /** What the addition brings, and why nothing was written. */
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly isWritten: boolean;
}
