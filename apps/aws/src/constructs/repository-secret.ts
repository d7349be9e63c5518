import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { hasDrRegion, repositorySecret } from '@resilience/config/names';
import { Construct } from 'constructs';

import { secretCost } from '../costs.ts';
import { explain } from '../explain.ts';
import type { CustomerKey } from './customer-key.ts';

interface RepositorySecretOptions {
  readonly key: CustomerKey;
  /** Undefined where it is in one region alone. */
  readonly replica: ReplicaOfSecret | undefined;
}

/** The region that the secret is replicated to, and its key there. */
export interface ReplicaOfSecret {
  readonly region: string;
  readonly keyArn: string;
}

/**
 * The place for the password of kopia's repositories, in every region that reads them. Its value is put
 * there once by hand, so that no state of Terraform ever holds it.
 */
export class RepositorySecret extends Construct {
  constructor(
    scope: Construct,
    id: string,
    environment: BucketEnvironment,
    { key, replica }: RepositorySecretOptions,
  ) {
    super(scope, id);
    explain(
      new SecretsmanagerSecret(this, 'password', {
        name: repositorySecret(environment, environment.aws.region).name,
        description: 'Without it no copy of a file can be read: never change or delete it.',
        recoveryWindowInDays: 30,
        kmsKeyId: key.arn,
        ...(replica && { replica: [{ region: replica.region, kmsKeyId: replica.keyArn }] }),
        lifecycle: { preventDestroy: true },
      }),
      `Holds the password of the repositories${hasDrRegion(environment) ? ', in both regions' : ''}; without it no copy of a file can be read.`,
      secretCost,
    );
  }
}
