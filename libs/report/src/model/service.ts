/** A service in every disaster that it is proved or given up in. */
export interface Service {
  readonly name: string;
  readonly namespace: string;
  readonly owner: string;
  readonly tier: string;
  readonly outcomes: readonly Outcome[];
}

export type Outcome = Proved | GivenUp;

/** What is lost in a disaster that the organisation accepts not to survive. */
export interface GivenUp {
  readonly scenario: string;
  readonly verdict: 'unprotected';
  readonly reason: string;
}

export interface Proved {
  readonly scenario: string;
  readonly verdict: 'proved' | 'proved-in-part' | 'breached' | 'unprovable';
  /** The verdict in a sentence, with how far it is measured. */
  readonly words: string;
  /** Who answers for the breach, where a waiver is in force for all of it. */
  readonly waivedBy: string | undefined;
  readonly rpo: Objective;
  readonly rto: Objective;
  /** All that is lost at worst, in words. */
  readonly loses: string;
  /** Volumes that no backup holds, each with its reason. */
  readonly neverRecovered: readonly string[];
  /** Names of schedules; none where nothing is restored. */
  readonly restoredFrom: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
  readonly terms: readonly Term[];
  /** Places in the declaration whose absence leaves the verdict open. */
  readonly missing: readonly string[];
}

/** Seconds. */
export interface Objective {
  readonly declared: number;
  /** Undefined where everything is lost, or the time is unknown. */
  readonly worst: number | undefined;
  readonly expected: number | undefined;
  readonly holds: boolean;
}

/** A schedule that the service can be restored from; every time in seconds. */
export interface Candidate {
  readonly schedule: string;
  readonly gap: number;
  readonly skipped: number;
  readonly duration: number;
  readonly lag: number;
  readonly total: number;
  readonly kept: number;
  /** How long after the disaster a backup of before it must still be there. */
  readonly needed: number;
  /** Where the copy is, such as `bucket in eu-west-1`. */
  readonly location: string;
}

export interface Excluded {
  readonly schedule: string;
  readonly why: string;
}

/** One part of a recovery time; seconds. */
export interface Term {
  readonly name: string;
  readonly worst: number;
  readonly expected: number;
  /** Such as `100 GiB`; empty where it is one fixed time. */
  readonly amount: string;
  /** Where it is known from, in words. */
  readonly source: string;
  /** Its place in the declaration. */
  readonly path: string;
}
