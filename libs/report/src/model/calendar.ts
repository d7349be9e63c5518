import type { Picture } from './picture.ts';

/** When backups and drills of an environment run. */
export interface CalendarOf {
  readonly picture: Picture | undefined;
  readonly schedules: readonly Recurring[];
  readonly drills: readonly Recurring[];
}

/** Something that begins by a cron expression, in UTC. */
export interface Recurring {
  readonly name: string;
  readonly cron: string;
  /** Minutes of the day, in UTC, at which a matching day begins it. */
  readonly minutesOfDay: readonly number[];
  /** The first begin after the report's date, `YYYY-MM-DD HH:MM`. */
  readonly next: string;
  /** How long a run may take; seconds. */
  readonly atMost: number;
  /** What it covers, in words. */
  readonly of: string;
  /** How long what it makes is kept, in words; empty for a drill. */
  readonly kept: string;
}
