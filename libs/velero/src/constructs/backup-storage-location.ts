import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import type { BackupStorageLocationManifest } from '../kinds/backup-storage-location.ts';
import type { Properties } from './properties.ts';

/** Where Velero keeps backups: a bucket. */
export class BackupStorageLocation extends ApiObject {
  constructor(scope: Construct, id: string, properties: Properties<BackupStorageLocationManifest>) {
    super(scope, id, { apiVersion: 'velero.io/v1', kind: 'BackupStorageLocation', ...properties });
  }
}
