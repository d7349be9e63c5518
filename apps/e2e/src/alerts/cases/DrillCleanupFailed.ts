import { minutes } from '@resilience/config/duration';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { drillChanges, drillTells } from './drill-series.ts';

export const drillCleanupFailed: AlertCases = {
  alert: 'DrillCleanupFailed',
  by: ['drill'],
  without: {
    boundary: 'It is so, or it is not.',
    missing: 'A drill that tells nothing is overdue.',
  },
  cases: ({ drills }) => {
    const each = Object.keys(drills);
    const all = each.map((drill) => [drill]);
    return [
      {
        kind: 'quiet',
        what: 'the last run did, and another, that is not declared any more, did not',
        series: [
          ...each.map((drill) => drillTells('cleanedUp', { drill }, 1)),
          drillTells('cleanedUp', { drill: 'gone' }, 0),
        ],
        expect: quietAt(minutes(0), minutes(30)),
      },
      {
        kind: 'firing',
        what: 'the last run did not, at once',
        series: each.map((drill) => drillTells('cleanedUp', { drill }, 0)),
        expect: [firingAt(minutes(1), ...all)],
      },
      {
        kind: 'firing',
        what: 'the last run did not, and the controller has forgotten it',
        series: each.map((drill) =>
          drillChanges('cleanedUp', { drill }, [0, minutes(10), undefined]),
        ),
        expect: [firingAt(minutes(60), ...all)],
      },
      {
        kind: 'resolving',
        what: 'the next run does',
        series: each.map((drill) => drillChanges('cleanedUp', { drill }, [0, minutes(10), 1])),
        expect: [firingAt(minutes(9), ...all), ...quietAt(minutes(12))],
      },
    ];
  },
};
