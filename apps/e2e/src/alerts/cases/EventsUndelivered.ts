import { minutes } from '@resilience/config/duration';
import { keyRules } from '@resilience/config/names';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const name = 'aws_events_failed_invocations_sum';

export const eventsUndelivered: AlertCases = {
  alert: 'EventsUndelivered',
  by: ['dimension_RuleName', 'region'],
  silentWithout: [name],
  cases: ({ backups }) => {
    const { region } = backups;
    const { takenAway, givenBack } = keyRules(backups.source, 'backups');
    const labels = { dimension_RuleName: takenAway, region };
    const other = steady(name, { dimension_RuleName: givenBack, region }, 0);
    const firing = [takenAway, region];
    return [
      {
        kind: 'quiet',
        what: 'every event is delivered',
        series: [steady(name, labels, 0), other],
        expect: quietAt(minutes(0), minutes(60)),
      },
      {
        kind: 'boundary',
        what: 'every event is delivered, and then one is not',
        series: [switched(name, labels, [0, minutes(10), 1]), other],
        expect: [...quietAt(minutes(9)), firingAt(minutes(10), firing)],
      },
      {
        kind: 'firing',
        what: 'no event of a rule is delivered, those of others are',
        series: [steady(name, labels, 4), other],
        expect: [firingAt(minutes(0), firing)],
      },
      {
        kind: 'resolving',
        what: 'none was lost in the last hour',
        series: [switched(name, labels, [1, minutes(60), 0]), other],
        expect: [firingAt(minutes(59), firing), ...quietAt(minutes(60))],
      },
    ];
  },
};
