import { bucketSize } from './bucket-size.ts';
import type { CloudwatchMetric } from './cloudwatch-metric.ts';
import { failedInvocations, matchedEvents } from './events.ts';
import {
  operationsFailedReplication,
  operationsPendingReplication,
  replicationLatency,
} from './replication.ts';
import { clientErrors, serverErrors } from './requests.ts';

/** Everything that is asked of CloudWatch. */
export const cloudwatchMetrics: readonly CloudwatchMetric[] = [
  replicationLatency,
  operationsPendingReplication,
  operationsFailedReplication,
  bucketSize,
  clientErrors,
  serverErrors,
  matchedEvents,
  failedInvocations,
];
