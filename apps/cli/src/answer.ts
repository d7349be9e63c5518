import type { ExitCode } from './exit-code.ts';

/** What a verb found: for the machine that asked, and for the person. */
export interface Answer<Result = unknown> {
  readonly code: ExitCode;
  /** For a machine. */
  readonly result: Result;
  /** For a person. */
  readonly text: () => string;
}
