import type { Duration } from '@resilience/config/duration';

import { type Series, steady, switched } from './series.ts';

/** A Backup, in seconds from the moment zero; what began before has negative times. */
interface ToldBackup {
  readonly schedule: string;
  readonly phase: string;
  readonly began?: number;
  readonly ended?: number;
  readonly created?: number;
  /** From when on it is seen in this phase, and until when. */
  readonly seen?: Duration;
  readonly gone?: Duration;
}

/** What is told of a Backup. */
export function backup({ schedule, phase, seen, gone, ...times }: ToldBackup): Series[] {
  const { began, ended, created = began ?? 0 } = times;
  const labels = { backup: `${schedule}-${created}`, schedule, phase };
  const moments = { start: began, completion: ended, created };
  return Object.entries(moments).flatMap(([moment, at]) =>
    at === undefined
      ? []
      : [during(`resilience_backup_${moment}_timestamp_seconds`, labels, at, { seen, gone })],
  );
}

interface Visible {
  readonly seen: Duration | undefined;
  readonly gone: Duration | undefined;
}

function during(
  name: string,
  labels: Readonly<Record<string, string>>,
  value: number,
  { seen, gone }: Visible,
): Series {
  if (seen) return switched(name, labels, [undefined, seen, value]);
  return gone ? switched(name, labels, [value, gone, undefined]) : steady(name, labels, value);
}

/** What is told of a Schedule that was made long ago, unless told otherwise. */
export const scheduleCreated = (schedule: string, at: number): Series =>
  steady('resilience_schedule_created_timestamp_seconds', { schedule }, at);

/** Whether a job is scraped. */
export const up = (job: string, value: number): Series => steady('up', { job }, value);
