/** A file as it was read, and where it stands. */
export interface SourceFile {
  /** From the folder that is judged, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** A file, or a part of one, that the judgement does without, and why. */
export interface NotRead {
  readonly file: string;
  /** Counted from 1; of a whole file 1. */
  readonly line: number;
  readonly why: string;
}

/** Where a thing is written. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}
