import { minutes } from '@resilience/config/duration';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const server = { job: 'velero' };

export const veleroDown: AlertCases = {
  alert: 'VeleroDown',
  by: [],
  cases: () => [
    {
      kind: 'quiet',
      what: 'it answers',
      series: [steady('up', server, 1)],
      expect: quietAt(minutes(0), minutes(30)),
    },
    {
      kind: 'boundary',
      what: 'it does not answer for less than ten minutes, and for so long',
      series: [switched('up', server, [1, minutes(5), 0])],
      expect: [...quietAt(minutes(4)), { at: minutes(14), alerts: [] }, firingAt(minutes(15), [])],
    },
    {
      kind: 'firing',
      what: 'it does not answer',
      series: [steady('up', server, 0)],
      expect: [firingAt(minutes(10), [])],
    },
    {
      kind: 'resolving',
      what: 'its successor answers',
      series: [switched('up', server, [0, minutes(20), 1])],
      expect: [firingAt(minutes(19), []), ...quietAt(minutes(20))],
    },
    {
      kind: 'missing',
      what: 'nobody scrapes it',
      series: [steady('up', { job: 'node-agent' }, 1)],
      expect: [firingAt(minutes(10), [])],
    },
  ],
};
