import type { Severity } from '@resilience/policy/rule';

/** A finding as it is printed. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly why: string;
  readonly source: string;
  /** From the repository's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The place in the declaration, or the source, that it comes from. */
  readonly declaredAt: string;
  /** Who answers for the waiver, if there is one in force. */
  readonly waivedBy: string | undefined;
  /** Whether it stands in the way of merging. */
  readonly stops: boolean;
}

export interface Result {
  readonly environment: string;
  /** Rules that had something to look at. */
  readonly applied: number;
  readonly findings: readonly Reported[];
}
