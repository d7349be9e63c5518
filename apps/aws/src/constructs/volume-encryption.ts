import { EbsDefaultKmsKey } from '@cdktf/provider-aws/lib/ebs-default-kms-key/index.js';
import { EbsEncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { volumeKeyAlias } from '@resilience/config/names';
import { Construct } from 'constructs';

import { explain } from '../explain.ts';
import { useKeyOfVolumes } from '../policies/key.ts';
import { CustomerKey } from './customer-key.ts';
import { regionOf } from './region-stack.ts';

/** Every new volume of the account in the region is encrypted, and with it every snapshot of it. */
export class VolumeEncryption extends Construct {
  readonly key: CustomerKey;

  constructor(scope: Construct, id: string, environment: BucketEnvironment) {
    super(scope, id);
    const region = regionOf(this);
    this.key = new CustomerKey(this, 'encryption', environment, {
      encrypts: 'EBS volumes and their snapshots',
      alias: volumeKeyAlias(environment, region),
      users: [useKeyOfVolumes(environment, region)],
    });
    explain(
      new EbsEncryptionByDefault(this, 'by-default', { enabled: true }),
      'Volumes that ask for no encryption get it nevertheless.',
    );
    explain(
      new EbsDefaultKmsKey(this, 'default-key', { keyArn: this.key.arn }),
      'Volumes that name no key get this one, whose users and deletion are watched.',
    );
  }
}
