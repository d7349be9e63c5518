import type { Environment } from '@resilience/config/environment';

import { overdueAfter } from './overdue.ts';
import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { table } from './panels/table.ts';
import { below, shareUsed } from './panels/thresholds.ts';
import { declaredBy, since } from './queries.ts';

const age = since('max by (schedule) (resilience:backup_data_timestamp_seconds:max)');
const duration = 'max by (schedule) (resilience:backup_duration_seconds:last)';

const budgets = ({ schedules }: Environment): string =>
  declaredBy(
    'schedule',
    mapValues(schedules, ({ durationBudget }) => durationBudget.seconds),
  );

const limits = ({ schedules }: Environment): string =>
  declaredBy('schedule', mapValues(schedules, overdueAfter));

const mapValues = <T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Each schedule: is it on time, and inside its budget. */
export const schedulesTable = (environment: Environment): Unplaced =>
  table(
    {
      title: 'Schedules',
      description:
        'Age is counted from the start of the newest complete backup; it is allowed to reach the longest gap of the cron ' +
        'expression and the duration budget. Duration is that of the last complete backup.',
      noData: '–',
      width: 24,
    },
    {
      labels: { schedule: 'Schedule' },
      columns: [
        { name: 'Age', expr: age, unit: 's' },
        { name: 'Allowed age', expr: limits(environment), unit: 's' },
        {
          name: 'Age used',
          expr: `(${age}) / on (schedule) (${limits(environment)})`,
          unit: 'percentunit',
          thresholds: shareUsed,
        },
        { name: 'Duration', expr: duration, unit: 's' },
        { name: 'Budget', expr: budgets(environment), unit: 's' },
        {
          name: 'Budget used',
          expr: durationShare(environment),
          unit: 'percentunit',
          thresholds: shareUsed,
        },
        {
          name: 'Paused',
          expr: 'max by (schedule) (resilience_schedule_paused)',
          unit: 'bool_yes_no',
          thresholds: below(1),
        },
      ],
      worstFirst: 'Age used',
    },
  );

/** How much of its budget each backup took. */
export const durations = (environment: Environment): Unplaced =>
  lines(
    {
      title: 'Duration as a share of the budget',
      description:
        'The last complete backup of each schedule. It rises with the data; over the line, recovery points come later than was proved.',
      noData: 'No complete backup is known',
      width: 12,
    },
    {
      unit: 'percentunit',
      thresholds: below(1),
      queries: [{ expr: durationShare(environment), legend: '{{schedule}}' }],
    },
  );

const durationShare = (environment: Environment): string =>
  `${duration} / on (schedule) (${budgets(environment)})`;
