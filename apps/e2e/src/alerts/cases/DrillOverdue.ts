import { gapsOf } from '@resilience/config/cron-gap';
import { days, hours, minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';
import { up } from '../told.ts';
import { drillChanges, drillTells } from './drill-series.ts';

/** Seconds from the end of one run to that of the next, by drill. */
const limitsOf = ({ drills }: Environment): [string, number][] =>
  Object.entries(drills).map(([drill, { cron, durationBudget }]) => [
    drill,
    gapsOf(cron).longest.seconds + durationBudget.seconds,
  ]);

export const drillOverdue: AlertCases = {
  alert: 'DrillOverdue',
  by: ['drill'],
  cases: (environment) => {
    const limits = limitsOf(environment);
    const all = limits.map(([drill]) => [drill]);
    const last = (younger: number): Series[] =>
      limits.map(([drill, limit]) => drillTells('lastSuccess', { drill }, younger - limit));
    return [
      {
        kind: 'quiet',
        what: 'it succeeded lately, and the controller has forgotten it',
        series: limits.map(([drill]) =>
          drillChanges('lastSuccess', { drill }, [-60, minutes(10), undefined]),
        ),
        expect: quietAt(minutes(1), hours(4)),
      },
      {
        kind: 'boundary',
        what: 'the next is due now, and a minute ago',
        series: last(600),
        expect: [...quietAt(minutes(10)), activeAt(minutes(11), ...all)],
      },
      {
        kind: 'firing',
        what: 'the next is overdue',
        series: last(0),
        expect: [{ at: minutes(15), alerts: [] }, firingAt(minutes(17), ...all)],
      },
      {
        kind: 'resolving',
        what: 'the next succeeds',
        series: limits.map(([drill, limit]) =>
          drillChanges('lastSuccess', { drill }, [-limit, minutes(30), 1790]),
        ),
        expect: [firingAt(minutes(29), ...all), ...quietAt(minutes(32))],
      },
      {
        kind: 'missing',
        what: 'it never ran',
        series: [up('velero', 1)],
        expect: [
          ...quietAt(hours(24)),
          firingAt({ seconds: Math.max(...limits.map(([, l]) => l)) + days(1).seconds }, ...all),
        ],
        step: hours(1),
      },
    ];
  },
};
