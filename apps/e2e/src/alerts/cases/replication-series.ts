import type { Environment } from '@resilience/config/environment';
import { backupBucket, replicaBucket, replicaRule } from '@resilience/config/names';

import { replicated } from '../../replicated.ts';

/** How CloudWatch's exporter tells the replication to the replica from others. */
export const replicaDimensions = (environment: Environment) => ({
  dimension_SourceBucket: backupBucket(environment).bucket,
  dimension_DestinationBucket: replicaBucket(replicated(environment)).bucket,
  dimension_RuleId: replicaRule,
});
