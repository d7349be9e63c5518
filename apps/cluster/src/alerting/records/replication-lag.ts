import { replicaRule } from '@resilience/config/names';

import { recordFamily } from '../record.ts';
import { replicated } from '../replication.ts';

export const replicationLag = recordFamily({
  name: 'replication-lag',
  about: 'How far the replica is behind.',
  rules: (environment) =>
    replicated(environment).map(({ matchers }) => ({
      record: 'resilience:replication_lag_seconds:max',
      expr: `max(aws_s3_replication_latency_maximum{${matchers}})`,
      labels: { rule: replicaRule },
    })),
});
