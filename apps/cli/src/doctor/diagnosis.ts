import type { Found, Group } from './doctor-check.ts';

/** All that was looked at. */
export interface Diagnosis {
  readonly environment: string;
  readonly groups: readonly Examined[];
}

export interface Examined {
  readonly group: Group;
  readonly checks: readonly Found[];
  /** Names of checks that could not be made, as the first of the group could not, or its program is missing. */
  readonly notMade: readonly string[];
}
