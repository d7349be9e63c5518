import type { BucketEnvironment } from '@resilience/config/environment';
import { repositorySecret } from '@resilience/config/names';
import { Construct } from 'constructs';

import { useKeyOfSecret } from '../policies/key.ts';
import { CustomerKey } from './customer-key.ts';
import { regionOf } from './region-stack.ts';

/** Encrypts the password of kopia's repositories in a region: who has it opens every copy of a file. */
export class RepositoryKey extends Construct {
  readonly key: CustomerKey;

  constructor(scope: Construct, id: string, environment: BucketEnvironment) {
    super(scope, id);
    this.key = new CustomerKey(this, 'encryption', environment, {
      encrypts: 'the password of the repositories',
      alias: repositorySecret(environment, regionOf(this)).keyAlias,
      users: [useKeyOfSecret(environment)],
    });
  }
}
