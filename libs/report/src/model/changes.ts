/** What is different since another commit. */
export interface Changes {
  /** As it was asked for. */
  readonly since: string;
  readonly commits: readonly Commit[];
  readonly files: readonly ChangedFile[];
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
