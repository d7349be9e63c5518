import { days } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { stateBucket, stateLogBucket } from '@resilience/config/names';
import type { Construct } from 'constructs';

import { AccessLogs } from '../constructs/access-logs.ts';
import { PipelineRoles } from '../constructs/pipeline-roles.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { RegionStack } from '../constructs/region-stack.ts';
import { smallStorageCost } from '../costs.ts';
import { keepAll } from '../lifecycle-rules.ts';

/** Older states, and who asked for them. */
const kept = days(365);

/** The bucket that holds the states of a region's stacks, its own among them; and who else may plan and apply them. */
export class Bootstrap extends RegionStack {
  constructor(scope: Construct, environment: Environment, name: string, region: string) {
    super(scope, environment, {
      name,
      region,
      purpose:
        'Holds the states of all stacks of a region, its own among them: the bucket is made by hand, and imported. Where `ci` is declared, the roles of the pipelines, too: persons alone apply it.',
    });
    // Terraform's backend asks for the encryption of S3's own key, so that is the default, too.
    const names = stateBucket(environment, region);
    const state = new PrivateBucket(this, 'state', {
      names,
      why: "Holds Terraform's states and their locks; older versions can be brought back for a year.",
      cost: smallStorageCost,
      lifecycle: keepAll(kept),
    });
    new AccessLogs(this, 'access', environment, {
      names: stateLogBucket(environment, region),
      retention: kept,
      sources: [state],
    });
    // Roles are of no region: those of the DR region's stacks are the same.
    if (environment.ci && region === environment.aws.region)
      new PipelineRoles(this, 'ci', environment, environment.ci);
    // The state of this stack is in this bucket: it has to be there first, and is never kept on a disk alone.
    state.bucket.importFrom(names.bucket);
  }
}
