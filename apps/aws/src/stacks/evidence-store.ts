import { days } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import {
  drillRole,
  evidenceBucket,
  evidenceLogBucket,
  recoveryRole,
} from '@resilience/config/names';
import type { Construct } from 'constructs';

import { AccessLogs } from '../constructs/access-logs.ts';
import { CustomerKey } from '../constructs/customer-key.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { RegionStack } from '../constructs/region-stack.ts';
import { smallStorageCost } from '../costs.ts';
import { keepAll } from '../lifecycle-rules.ts';
import { readThroughS3, useKeyOfBucket } from '../policies/key.ts';

/** The reports of drills, which nobody can change afterwards. */
export class EvidenceStore extends RegionStack {
  constructor(scope: Construct, environment: Environment) {
    const names = evidenceBucket(environment);
    super(scope, environment, {
      name: 'evidence-store',
      region: names.region,
      purpose: 'The reports of drills, locked against change and deletion.',
    });
    const key = new CustomerKey(this, 'encryption', environment, {
      encrypts: 'the reports of drills',
      alias: names.keyAlias,
      users: [
        useKeyOfBucket(environment, names.region, [
          drillRole(environment),
          recoveryRole(environment),
        ]),
        readThroughS3(environment, names.region),
      ],
    });
    const { objectLock: mode, retention } = environment.evidence;
    const reports = new PrivateBucket(this, 'reports', {
      names,
      why: 'Holds what drills measured: the proof that restores work.',
      cost: smallStorageCost,
      keyArn: key.arn,
      objectLock: { mode, retention },
      lifecycle: keepAll(days(30)),
    });
    new AccessLogs(this, 'access', environment, {
      names: evidenceLogBucket(environment),
      // Who tried to take evidence away is worth as much as the evidence.
      retention,
      sources: [reports],
    });
  }
}
