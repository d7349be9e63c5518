import { textAt } from './input/plain.ts';
import type { Installation } from './installation/installation.ts';
import type { Found } from './objects/found.ts';
import type { NewestBackup } from './result.ts';

/** The newest completed backup of each schedule, and the phases of all that it made. */
export const newestBackups = ({ objects, schedules }: Installation, now: Date): NewestBackup[] =>
  schedules.map(({ name }) => {
    const backups = backupsOf(name, objects);
    const completed = backups
      .filter(({ value }) => textAt(value, 'status', 'phase') === 'Completed')
      .toSorted((a, b) => endOf(b) - endOf(a))[0];
    return {
      schedule: name,
      name: completed?.name,
      age: completed && Math.max(0, (now.getTime() - endOf(completed)) / 1000),
      duration: completed && durationOf(completed),
      phases: phasesOf(backups),
    };
  });

const backupsOf = (schedule: string, objects: readonly Found[]): Found[] =>
  objects.filter(
    ({ kind, value }) =>
      kind === 'velero.io/Backup' &&
      textAt(value, 'metadata', 'labels', 'velero.io/schedule-name') === schedule,
  );

/** The longest that a backup of a schedule took, in seconds; undefined where none that has ended is known. */
export function longestBackup(
  schedule: string,
  { objects }: Pick<Installation, 'objects'>,
): number | undefined {
  const lengths = backupsOf(schedule, objects)
    .filter(({ value }) => /Completed|PartiallyFailed/.test(textAt(value, 'status', 'phase') ?? ''))
    .flatMap((one) => durationOf(one) ?? []);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}

const momentOf = ({ value }: Found, field: string): number =>
  Date.parse(textAt(value, 'status', field) ?? '') || 0;

const endOf = (found: Found): number => momentOf(found, 'completionTimestamp');

const durationOf = (found: Found): number | undefined => {
  const seconds = (endOf(found) - momentOf(found, 'startTimestamp')) / 1000;
  return seconds >= 0 && momentOf(found, 'startTimestamp') > 0 ? seconds : undefined;
};

function phasesOf(backups: readonly Found[]): Record<string, number> {
  const phases: Record<string, number> = {};
  for (const { value } of backups) {
    const phase = textAt(value, 'status', 'phase') || 'New';
    phases[phase] = (phases[phase] ?? 0) + 1;
  }
  return phases;
}
