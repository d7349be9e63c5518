/** What drills and recoveries left behind. */
export interface Evidence {
  /** Whether reports were read; without them only the measurements of the repository are shown. */
  readonly given: boolean;
  /** Those whose hash is the one beside them, the newest first. */
  readonly runs: readonly Run[];
  /** Files that are not what a drill left. */
  readonly untrusted: readonly Untrusted[];
}

/** A run of a drill, or a recovery. */
export interface Run {
  /** Where the report lies, as `s3://…`. */
  readonly address: string;
  /** The environment that it ran in. */
  readonly environment: string;
  /** Undefined for a recovery. */
  readonly drill: string | undefined;
  readonly workflow: string;
  /** UTC, as in ISO 8601. */
  readonly startedAt: string;
  readonly seconds: number;
  /** Undefined where the drill is not declared any more, and for a recovery. */
  readonly budgetSeconds: number | undefined;
  readonly outcome: 'succeeded' | 'failed';
  readonly failedStep: string | undefined;
  readonly leftBehind: readonly string[];
  readonly layerRevision: string | undefined;
  readonly services: readonly RestoredService[];
}

export interface RestoredService {
  /** The environment that declares the service. */
  readonly environment: string;
  readonly service: string;
  readonly scenario: string;
  /** Undefined where none was found. */
  readonly backup: string | undefined;
  readonly checks: readonly Check[];
  readonly rto: Measured;
  readonly rpo: Measured;
}

export interface Check {
  readonly check: string;
  readonly subject: string;
  readonly verified: boolean;
  readonly detail: string;
  readonly seconds: number;
}

/** Seconds. */
export interface Measured {
  /** Undefined where nothing could be measured. */
  readonly measured: number | undefined;
  /** Undefined where the service, or its disaster, is not declared any more. */
  readonly declared: number | undefined;
  /** Undefined where the proof has no worst case. */
  readonly proved: number | undefined;
  readonly over: 'nothing' | 'the proof' | 'the objective';
}

export interface Untrusted {
  /** From the folder of the evidence. */
  readonly file: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

/** A time or a rate that drills measured, as the repository holds it. */
export interface Measurement {
  /** Its place in the declaration, such as `recovery.steps.pod-start`. */
  readonly name: string;
  readonly runs: number;
  /** With its unit. */
  readonly expected: string;
  /** With its unit. */
  readonly worst: string;
  /** `YYYY-MM-DD` */
  readonly newest: string;
  /** Addresses of the reports. */
  readonly evidence: readonly string[];
}
