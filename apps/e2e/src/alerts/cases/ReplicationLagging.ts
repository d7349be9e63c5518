import { minutes } from '@resilience/config/duration';
import { replicaRule } from '@resilience/config/names';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';
import { replicaDimensions } from './replication-series.ts';

const name = 'aws_s3_replication_latency_maximum';

export const replicationLagging: AlertCases = {
  alert: 'ReplicationLagging',
  by: ['rule'],
  silentWithout: [name],
  cases: (environment) => {
    const { storage } = environment;
    if (storage.kind !== 'bucket' || storage.replication.to !== 'dr-region') return [];
    const lag = storage.replication.maximumLag.seconds;
    const replica = replicaDimensions(environment);
    const archive = { ...replica, dimension_RuleId: 'archive' };
    return [
      {
        kind: 'quiet',
        what: 'the archive takes its time',
        series: [steady(name, replica, 5), steady(name, archive, 90_000)],
        expect: quietAt(minutes(0), minutes(60)),
      },
      {
        kind: 'boundary',
        what: 'as far behind as declared, and a second further',
        series: [switched(name, replica, [lag, minutes(30), lag + 1])],
        expect: [...quietAt(minutes(29)), activeAt(minutes(30), [replicaRule])],
      },
      {
        kind: 'firing',
        what: 'too far behind for a quarter of an hour',
        series: [steady(name, replica, lag * 2)],
        expect: [{ at: minutes(14), alerts: [] }, firingAt(minutes(15), [replicaRule])],
      },
      {
        kind: 'resolving',
        what: 'it catches up',
        series: [switched(name, replica, [lag * 2, minutes(30), 5])],
        expect: [firingAt(minutes(29), [replicaRule]), ...quietAt(minutes(30))],
      },
    ];
  },
};
