import type { Problem } from '@resilience/config/problem';

import type { JudgedRepository } from './judge-repository.ts';

/** What became of the repositories of a bucket. */
export interface Verified {
  readonly place: string;
  readonly password: {
    readonly source: string;
    /** Whether everybody knows it, from the source code of Velero. */
    readonly isPublic: boolean;
  };
  readonly repositories: readonly Omit<JudgedRepository, 'problems'>[];
  readonly problems: readonly Problem[];
}
