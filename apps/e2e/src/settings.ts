import type { Cleanups } from './cleanups.ts';
import type { Report } from './report.ts';

/** What all that is played in a run shares. */
export interface Settings {
  /** Of which the rendered files are installed. */
  readonly environment: string;
  readonly cleanups: Cleanups;
  readonly report: Report;
  /** Whether another scenario or fault may begin. */
  readonly hasTime: () => boolean;
}

/** Why something was not begun. */
export const outOfTime = 'no time is left for it';

/** Whether what is called so is played. */
export type IsAsked = (one: { readonly name: string }) => boolean;
