import type { Problem } from './problem.ts';

/** Why something cannot be used. */
export interface Failed<T> {
  readonly ok: false;
  readonly problems: readonly Problem[];
  /** What it can become once its problems are solved: what is found in each of them is wrong already. */
  readonly readings?: readonly T[];
}

/** What was read, or every problem of it. */
export type Loaded<T> = { readonly ok: true; readonly value: T } | Failed<T>;
