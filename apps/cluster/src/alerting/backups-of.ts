import { finishedPhases, runningPhases } from './backup-phases.ts';
import { firstOf, oneOf } from './promql.ts';

const started = 'resilience_backup_start_timestamp_seconds';

/** When the backups began that hold all they should, of any of these schedules. */
export const completedBackups = (schedules: readonly string[]): string =>
  `${started}{${oneOf('schedule', schedules)},phase="Completed"}`;

/** When the newest such backup began: as old is its data. A schedule that made none is as old itself. */
export const dataSince = (schedules: readonly string[]): string =>
  firstOf(`max(${completedBackups(schedules)})`, `max(${creationOf(schedules)})`);

/** When the newest backup of a schedule began, however it ended. */
export const begunSince = (schedule: string): string =>
  firstOf(`max(${started}{schedule="${schedule}"})`, `max(${creationOf([schedule])})`);

const creationOf = (schedules: readonly string[]): string =>
  `resilience_schedule_created_timestamp_seconds{${oneOf('schedule', schedules)}}`;

/** When the newest backup began that has come to an end, by schedule. */
export const newestFinished = (schedules: readonly string[]): string =>
  newestOf(schedules, finishedPhases);

/** The schedules whose newest backup that has come to an end did so in a phase. */
export const newestEndedIn = (
  schedules: readonly string[],
  phase: (typeof finishedPhases)[number],
): string => `${newestOf(schedules, [phase])}\n== ${newestFinished(schedules)}`;

const newestOf = (schedules: readonly string[], phases: readonly string[]): string =>
  `max by (schedule) (${started}{${oneOf('schedule', schedules)},${oneOf('phase', phases)}})`;

/** How long the backups of a schedule that are at work have been so. */
export const runningFor = (schedule: string): string =>
  `max(time() - ${started}{schedule="${schedule}",${oneOf('phase', runningPhases)}})`;

/** How long the newest backup took that has come to an end, by schedule. */
export function lastDuration(schedules: readonly string[]): string {
  const of = oneOf('schedule', schedules);
  return `max by (schedule) (
  (resilience_backup_completion_timestamp_seconds{${of}} - ${started}{${of}})
  and ${started} == on (schedule) group_left () ${newestFinished(schedules)}
)`;
}
