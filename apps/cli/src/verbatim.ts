import type { Answer } from './answer.ts';

/** An answer whose text may be for a program. */
export interface Verbatim<Result = unknown> extends Answer<Result> {
  /** Whether no line of the text is broken where the terminal ends. */
  readonly verbatim: boolean;
}
