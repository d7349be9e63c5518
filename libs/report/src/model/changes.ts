/** What is different since another commit. */
export interface Changes {
  /** As it was asked for. */
  readonly since: string;
  /** What protects less than before, or is destroyed. */
  readonly weaker: readonly Weaker[];
  readonly environments: readonly ChangedEnvironment[];
  /** What the comparison does without, and why. */
  readonly notices: readonly string[];
  readonly commits: readonly Commit[];
  readonly files: readonly ChangedFile[];
}

/** A sentence, the environments that it is said of, and the places in the declarations. */
export interface Weaker {
  readonly of: readonly string[];
  readonly text: string;
  readonly places: readonly string[];
}

/** What differs in an environment, beside what is weaker. */
export interface ChangedEnvironment {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

export interface Commit {
  readonly commit: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly subject: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly kind: 'declared' | 'measured' | 'rendered';
}
