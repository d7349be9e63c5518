import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
import { inDays } from '@resilience/config/duration';
import { type Environment, ownsBucket } from '@resilience/config/environment';
import { Construct } from 'constructs';

import { keyCost } from '../costs.ts';
import { explain } from '../explain.ts';
import { administerKey } from '../policies/key.ts';
import type { Statement } from '../policies/statement.ts';
import { regionOf } from './region-stack.ts';

interface KeyOptions {
  /** Completes "Encrypts …", without a name. */
  readonly encrypts: string;
  readonly alias: string;
  /** Who may use it; the account's administrators manage it. */
  readonly users: readonly Statement[];
}

/** A customer-managed key, rotated, under the alias by which other stacks find it. */
export class CustomerKey extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { encrypts, alias, users }: KeyOptions,
  ) {
    super(scope, id);
    const policy = new DataAwsIamPolicyDocument(this, 'key-policy', {
      statement: [administerKey(environment), ...users],
    });
    const key = explain(
      new KmsKey(this, 'key', {
        description: `Encrypts ${encrypts} (${environment.name}, ${regionOf(this)})`,
        enableKeyRotation: true,
        policy: policy.json,
        ...agesOf(environment),
        lifecycle: { preventDestroy: true },
      }),
      `Encrypts ${encrypts}, and says who may decrypt.`,
      keyCost,
    );
    explain(
      new KmsAlias(this, 'alias', { name: alias, targetKeyId: key.keyId }),
      'The name by which other stacks find the key.',
    );
    this.arn = key.arn;
  }
}

/** An environment without a bucket of its own declares no ages, and takes the slowest deletion. */
function agesOf(environment: Environment) {
  if (!ownsBucket(environment)) return { deletionWindowInDays: 30 };
  const { keyRotation, keyDeletionWindow } = environment.storage.encryption;
  return {
    rotationPeriodInDays: inDays(keyRotation),
    deletionWindowInDays: inDays(keyDeletionWindow),
  };
}
