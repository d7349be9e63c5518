import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { repositorySecret } from '@resilience/config/names';
import { Construct } from 'constructs';

import { secretCost } from '../costs.ts';
import { explain } from '../explain.ts';
import type { CustomerKey } from './customer-key.ts';

interface RepositorySecretOptions {
  readonly key: CustomerKey;
  /** The key of the other region, where it is replicated to that. */
  readonly replicaKeyArn: string | undefined;
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
    { key, replicaKeyArn }: RepositorySecretOptions,
  ) {
    super(scope, id);
    const { region, drRegion } = environment.aws;
    explain(
      new SecretsmanagerSecret(this, 'password', {
        name: repositorySecret(environment, region).name,
        description: 'Without it no copy of a file can be read: never change or delete it.',
        recoveryWindowInDays: 30,
        kmsKeyId: key.arn,
        ...(replicaKeyArn !== undefined && {
          replica: [{ region: drRegion, kmsKeyId: replicaKeyArn }],
        }),
        lifecycle: { preventDestroy: true },
      }),
      'Holds the password of the repositories, in both regions; without it no copy of a file can be read.',
      secretCost,
    );
  }
}
