import { hours, minutes, seconds } from '@resilience/config';
import { type Duration, formatDuration } from '@resilience/config/duration';

import type { Audited, FoundSchedule } from './audited.ts';
import { everyCron } from './every-cron.ts';
import type { KeptSchedule } from './kept.ts';

/** A schedule that runs, with the expression that says when. */
export interface Running extends FoundSchedule {
  readonly cron: string;
}

/** Whether a schedule takes every namespace but those that it excludes. */
export const coversAll = ({ includedNamespaces }: FoundSchedule): boolean =>
  includedNamespaces.length === 0 || includedNamespaces.includes('*');

/** The schedules that run; one that is paused is no schedule. */
const runningIn = (schedules: readonly FoundSchedule[]): Running[] =>
  schedules.flatMap((one) => {
    const cron = cronOf(one);
    return one.paused || cron === undefined ? [] : [{ ...one, cron }];
  });

/** Five fields in UTC; undefined where they cannot say when a schedule runs. */
export const cronOf = ({ cron, gap, schedule }: FoundSchedule): string | undefined =>
  gap === undefined ? undefined : (cron ?? (isEvery(schedule) ? everyCron(gap).cron : undefined));

const isEvery = (schedule: string): boolean => /@every\s/.test(schedule);

/** @param services of each namespace that is declared as backed up, by the namespace */
export const keptSchedule = (
  schedule: Running,
  services: ReadonlyMap<string, string>,
): KeptSchedule => ({
  cron: schedule.cron,
  retention: seconds(schedule.ttl),
  covers: coversAll(schedule)
    ? 'cluster'
    : schedule.namespaces.flatMap((namespace) => services.get(namespace) ?? []),
  volumes: reachesTheBucket(schedule) ? 'file-level-copies' : 'snapshots',
  durationBudget: budgetOf(schedule),
});

const assumedBudget = hours(1);

/** The longest backup that was found, in whole quarters of an hour; else an hour. */
const budgetOf = ({ longestBackup }: FoundSchedule): Duration =>
  longestBackup === undefined
    ? assumedBudget
    : minutes(Math.max(1, Math.ceil(longestBackup / quarter.seconds)) * 15);

const quarter = minutes(15);

/** The schedules that hold something: a namespace that was found, or the whole cluster where none was. */
export const holdingIn = ({ schedules, namespaces }: Audited): Running[] =>
  runningIn(schedules).filter((one) =>
    namespaces.length === 0
      ? coversAll(one)
      : namespaces.some(({ name }) => one.namespaces.includes(name)),
  );

/** Snapshots that are moved reach the bucket, and so do files where nothing is left to snapshots. */
function reachesTheBucket({ methods }: FoundSchedule): boolean {
  const count = (method: string): number => methods[method] ?? 0;
  const snapshots = count('snapshot') + count('csi-snapshot');
  return count('data-mover') > 0 || (count('file-system') > 0 && snapshots === 0);
}

/**
 * What of a schedule is declared otherwise than it was found.
 *
 * @param isHolding whether it is among {@link holdingIn}
 */
export function notesOfSchedule(schedule: FoundSchedule, isHolding: boolean): string[] {
  const { name, paused, narrowedBy } = schedule;
  if (paused) return [`Schedule ${name} is paused, and is not declared.`];
  if (!isHolding) {
    return [
      `Schedule ${name} holds nothing that was found, or writes to no location: it is not declared.`,
    ];
  }
  const patterns = schedule.includedNamespaces.filter((one) => one !== '*' && /[*?[{]/.test(one));
  return [
    ...notesOfTimes(schedule),
    ...(narrowedBy.length > 0
      ? [`Schedule ${name} sets ${narrowedBy.join(', ')}; what is declared backs up everything.`]
      : []),
    noteOfBudget(schedule),
    ...(patterns.length > 0 && !coversAll(schedule)
      ? [
          `Schedule ${name} includes ${patterns.join(', ')}; it is declared with the namespaces that were found, and a new one has to be added.`,
        ]
      : []),
  ];
}

const noteOfBudget = (schedule: FoundSchedule): string =>
  schedule.longestBackup === undefined
    ? `How long a backup of schedule ${schedule.name} takes was not found: its durationBudget of ${formatDuration(assumedBudget)} is assumed, and counts into each RPO.`
    : `The longest backup of schedule ${schedule.name} that was found took ${formatDuration({ seconds: Math.ceil(schedule.longestBackup) })}: its durationBudget is ${formatDuration(budgetOf(schedule))}.`;

/** Where times of the clock in UTC are not those that were found. */
function notesOfTimes(found: FoundSchedule): string[] {
  const { name, schedule, gap = 0, zone, cronIsExact } = found;
  const declared = `Schedule ${name} runs "${schedule}", and is declared as "${cronOf(found)}"`;
  if (isEvery(schedule)) {
    return everyCron(gap).isExact
      ? [`${declared}: at times of the clock, and not counted from a start of Velero.`]
      : [
          `${declared}, as no expression says it: the time between two runs is not always the same, and never longer.`,
        ];
  }
  if (zone === undefined) return [];
  return cronIsExact
    ? [`${declared} in UTC.`]
    : [
        `${declared} in UTC, the standard time of ${zone}: in summer it runs an hour later by the clock there than it did.`,
      ];
}
