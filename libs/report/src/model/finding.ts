/** What a rule finds in the rendered files. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly subject: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly why: string;
  /** A file, and its line counted from 1. */
  readonly file: string;
  readonly line: number;
  /** Who answers for the waiver that is in force for it; undefined where none is. */
  readonly waivedBy: string | undefined;
  /** Whether it keeps a change from being merged. */
  readonly stops: boolean;
}

/** A rule or an objective that is knowingly not kept. */
export interface Waiver {
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly expires: string;
  readonly inForce: boolean;
}
