import { hours, minutes } from '@resilience/config/duration';
import { keyRules } from '@resilience/config/names';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const name = 'aws_events_matched_events_sum';

export const keyPendingDeletion: AlertCases = {
  alert: 'KeyPendingDeletion',
  by: ['key', 'region'],
  silentWithout: [name],
  without: { boundary: 'It is so, or it is not.' },
  cases: ({ backups }) => {
    const { region } = backups;
    const rules = keyRules(backups.source, 'backups');
    const takenAway = { dimension_RuleName: rules.takenAway, region };
    const givenBack = { dimension_RuleName: rules.givenBack, region };
    const elsewhere = { dimension_RuleName: rules.takenAway, region: 'eu-north-1' };
    return [
      {
        kind: 'quiet',
        what: 'nothing happens to it',
        series: [steady(name, takenAway, 0), steady(name, givenBack, 0)],
        expect: quietAt(minutes(0), hours(2)),
      },
      {
        kind: 'firing',
        what: 'it was taken away, and stays away long after the hour that the exporter counts',
        series: [
          switched(name, takenAway, [1, minutes(60), 0]),
          steady(name, givenBack, 0),
          steady(name, elsewhere, 0),
        ],
        expect: [
          firingAt(minutes(2), ['backups', region]),
          firingAt(hours(30), ['backups', region]),
        ],
      },
      {
        kind: 'resolving',
        what: 'it is given back within the hour',
        series: [
          switched(name, takenAway, [1, minutes(60), 0]),
          {
            name,
            labels: givenBack,
            stages: [
              { from: minutes(0), value: 0 },
              { from: minutes(20), value: 1 },
              { from: minutes(80), value: 0 },
            ],
          },
        ],
        expect: [firingAt(minutes(59), ['backups', region]), ...quietAt(minutes(62), hours(3))],
      },
    ];
  },
};
