import type { Severity } from '@resilience/policy/rule';

/** One place of a finding. */
export interface FoundAt {
  readonly subject: string;
  /** From the repository's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in a declaration. */
  readonly column?: number;
}

/** Where the cause of a finding is declared. */
interface DeclaredPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A finding at one place. */
export interface Found extends FoundAt {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly why: string;
  readonly source: string;
  /** The place in the declaration, or the source, that it comes from. */
  readonly declaredAt: string;
  /** Of a place in the declaration. */
  readonly declared?: DeclaredPlace;
  /** Who answers for the waiver, if there is one in force. */
  readonly waivedBy: string | undefined;
  /** Whether it stands in the way of merging. */
  readonly stops: boolean;
}

/** A finding as it is printed: one for each cause, at the first of its places. */
export interface Reported extends Found {
  /** All of them, the first one included. */
  readonly places: readonly FoundAt[];
}

export interface Result {
  readonly environment: string;
  /** Rules that had something to look at. */
  readonly applied: number;
  readonly findings: readonly Reported[];
}
