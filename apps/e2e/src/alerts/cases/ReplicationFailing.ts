import { minutes } from '@resilience/config/duration';
import { replicaRule } from '@resilience/config/names';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';
import { replicaDimensions } from './replication-series.ts';

const name = 'aws_s3_operations_failed_replication_sum';

export const replicationFailing: AlertCases = {
  alert: 'ReplicationFailing',
  by: ['rule'],
  silentWithout: [name],
  cases: (environment) => {
    const replica = replicaDimensions(environment);
    return [
      {
        kind: 'quiet',
        what: 'nothing failed',
        series: [steady(name, replica, 0)],
        expect: quietAt(minutes(0), minutes(60)),
      },
      {
        kind: 'boundary',
        what: 'none failed, and one',
        series: [switched(name, replica, [0, minutes(10), 1])],
        expect: [...quietAt(minutes(9)), firingAt(minutes(10), [replicaRule])],
      },
      {
        kind: 'firing',
        what: 'many failed, at once',
        series: [steady(name, replica, 1200)],
        expect: [firingAt(minutes(0), [replicaRule])],
      },
      {
        kind: 'resolving',
        what: 'none failed in the last hour',
        series: [switched(name, replica, [3, minutes(60), 0])],
        expect: [firingAt(minutes(59), [replicaRule]), ...quietAt(minutes(60))],
      },
    ];
  },
};
