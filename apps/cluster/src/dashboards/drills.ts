import type { Environment } from '@resilience/config/environment';

import { overdueAfter } from './overdue.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { table } from './panels/table.ts';
import { atLeast, neutral, risingTo, shareUsed } from './panels/thresholds.ts';
import { declaredBy, since } from './queries.ts';

const success = 'max by (drill) (resilience:drill_last_success_timestamp_seconds)';

const limits = ({ drills }: Environment): Record<string, number> =>
  Object.fromEntries(Object.entries(drills).map(([name, drill]) => [name, overdueAfter(drill)]));

/** How long ago each drill succeeded, against how often it is declared to. */
export const lastDrills = (environment: Environment): Unplaced[] =>
  Object.keys(environment.drills).length === 0
    ? []
    : [
        stat(
          {
            title: 'Last drill that succeeded, ago',
            description:
              'Yellow when a drill is later than its cron expression and its budget allow, red when a whole turn was missed.',
            noData: 'No drill succeeded yet',
            width: 8,
          },
          {
            unit: 's',
            thresholds: neutral,
            queries: [{ expr: since(success), legend: '{{drill}}' }],
            bySeries: Object.fromEntries(
              Object.entries(limits(environment)).map(([name, limit]) => [
                name,
                risingTo(limit, 2 * limit),
              ]),
            ),
          },
        ),
      ];

/** Each drill: did it succeed, did it clean up, is it late. */
export const drillsTable = (environment: Environment): Unplaced[] => {
  if (Object.keys(environment.drills).length === 0) return [];
  const limit = declaredBy('drill', limits(environment));
  return [
    table(
      {
        title: 'Drills',
        description:
          'The last run of each drill. Late is the time since the last success as a share of what its cron ' +
          'expression and its duration budget allow.',
        noData: 'No drill has run yet',
        width: 24,
      },
      {
        labels: { drill: 'Drill' },
        columns: [
          { name: 'Last success, ago', expr: since(success), unit: 's' },
          { name: 'Allowed', expr: limit, unit: 's' },
          {
            name: 'Late',
            expr: `(${since(success)}) / on (drill) (${limit})`,
            unit: 'percentunit',
            thresholds: shareUsed,
          },
          {
            name: 'Succeeded',
            expr: 'max by (drill) (resilience:drill_succeeded)',
            unit: 'bool_yes_no',
            thresholds: atLeast(1),
          },
          {
            name: 'Cleaned up',
            expr: 'max by (drill) (resilience:drill_cleaned_up)',
            unit: 'bool_yes_no',
            thresholds: atLeast(1),
          },
        ],
        worstFirst: 'Late',
      },
    ),
  ];
};
