import { minutes } from '@resilience/config/duration';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const on = (node: string) => ({ job: 'node-agent', node });

export const nodeAgentDown: AlertCases = {
  alert: 'NodeAgentDown',
  by: [],
  cases: () => [
    {
      kind: 'quiet',
      what: 'a node goes, and others answer',
      series: [steady('up', on('a'), 1), switched('up', on('b'), [1, minutes(5), undefined])],
      expect: quietAt(minutes(0), minutes(30)),
    },
    {
      kind: 'boundary',
      what: 'one does not answer for less than a quarter of an hour, and for so long',
      series: [steady('up', on('a'), 1), switched('up', on('b'), [1, minutes(10), 0])],
      expect: [...quietAt(minutes(9)), { at: minutes(24), alerts: [] }, firingAt(minutes(25), [])],
    },
    {
      kind: 'firing',
      what: 'none answers',
      series: [steady('up', on('a'), 0), steady('up', on('b'), 0)],
      expect: [firingAt(minutes(15), [])],
    },
    {
      kind: 'resolving',
      what: 'it answers again',
      series: [switched('up', on('a'), [0, minutes(20), 1])],
      expect: [firingAt(minutes(19), []), ...quietAt(minutes(20))],
    },
    {
      kind: 'missing',
      what: 'there are none',
      series: [steady('up', { job: 'velero' }, 1)],
      expect: [firingAt(minutes(15), [])],
    },
  ],
};
