import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';

/** A result and the counter of it: counters never fall, so that what is shown is their increase. */
type Results = Readonly<Record<string, string>>;

const backupResults: Results = {
  Completed: 'velero_backup_success_total',
  PartiallyFailed: 'velero_backup_partial_failure_total',
  Failed: 'velero_backup_failure_total',
  FailedValidation: 'velero_backup_validation_failure_total',
};

const restoreResults: Results = {
  Completed: 'velero_restore_success_total',
  PartiallyFailed: 'velero_restore_partial_failure_total',
  Failed: 'velero_restore_failed_total',
  FailedValidation: 'velero_restore_validation_failed_total',
};

const perDay = (results: Results) =>
  Object.entries(results).map(([result, counter]) => ({
    expr: `sum(increase(${counter}[1d]))`,
    legend: result,
  }));

export const backupsPerDay = (): Unplaced =>
  lines(
    {
      title: 'Backups of the last 24 hours by result',
      description:
        'How backups of the day before ended. Anything but Completed: velero backup describe and velero backup logs tell why.',
      noData: 'Velero does not report',
      width: 12,
    },
    { unit: 'short', queries: perDay(backupResults), draw: 'stacked-areas' },
  );

export const restoresPerDay = (): Unplaced =>
  lines(
    {
      title: 'Restores of the last 24 hours by result',
      description:
        'How restores of the day before ended, those of drills among them. A Completed one can still lack a volume: only a check of the data tells.',
      noData: 'Velero does not report',
      width: 12,
    },
    { unit: 'short', queries: perDay(restoreResults), draw: 'stacked-areas' },
  );

export const backupsByPhase = (): Unplaced =>
  lines(
    {
      title: 'Backups that are kept, by phase',
      description:
        'Every backup that Velero knows. The number of Completed ones levels off when retention is reached.',
      noData: 'No backup is known',
      width: 12,
    },
    {
      unit: 'short',
      queries: [{ expr: 'count by (phase) (resilience_backup_info)', legend: '{{phase}}' }],
      draw: 'stacked-areas',
    },
  );

export const restoresByPhase = (): Unplaced =>
  lines(
    {
      title: 'Restores that are known, by phase',
      description:
        'Every Restore object that is left. One that stays InProgress holds up those after it.',
      noData: 'No restore is known',
      width: 12,
    },
    {
      unit: 'short',
      queries: [{ expr: 'count by (phase) (resilience_restore_info)', legend: '{{phase}}' }],
      draw: 'stacked-areas',
    },
  );

export const itemErrors = (): Unplaced =>
  lines(
    {
      title: 'Errors and warnings of the last backup',
      description:
        'Items that the last backup of each schedule could not take, and what it warned of. An error makes a backup PartiallyFailed.',
      noData: 'Velero does not report',
      width: 12,
    },
    {
      unit: 'short',
      queries: [
        {
          expr: 'max by (schedule) (velero_backup_items_errors{schedule!=""})',
          legend: '{{schedule}} errors',
        },
        {
          expr: 'sum by (schedule) (increase(velero_backup_warning_total{schedule!=""}[1d]))',
          legend: '{{schedule}} warnings in 24 hours',
        },
      ],
    },
  );
