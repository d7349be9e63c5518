import type { Environment } from '@resilience/config/environment';
import { environmentTag, veleroServiceAccount } from '@resilience/config/names';
import { BackupStorageLocation } from '@resilience/velero/constructs/backup-storage-location';
import { VolumeSnapshotClass } from '@resilience/velero/constructs/volume-snapshot-class';
import { VolumeSnapshotLocation } from '@resilience/velero/constructs/volume-snapshot-location';
import type { Construct } from 'constructs';

import { storageLocationSpec } from '../storage-location.ts';
import { ResilienceChart } from './resilience-chart.ts';

const namespace = veleroServiceAccount.namespace;

/** Where backups are, and how volumes are snapshotted. */
export class VeleroLocations extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'velero-locations');
    const { name, aws } = environment;
    new BackupStorageLocation(this, 'storage', {
      metadata: { name: 'default', namespace },
      spec: storageLocationSpec(environment),
    });
    new VolumeSnapshotLocation(this, 'snapshots', {
      metadata: { name: 'default', namespace },
      spec: { provider: 'aws', config: { region: aws.region } },
    });
    new VolumeSnapshotClass(this, 'csi', {
      metadata: {
        name: 'velero-ebs',
        labels: { 'velero.io/csi-volumesnapshot-class': 'true' },
      },
      driver: 'ebs.csi.aws.com',
      parameters: { tagSpecification_1: `${environmentTag}=${name}` },
      // The snapshot outlives the namespace that it was taken in; Velero deletes it with its backup.
      deletionPolicy: 'Retain',
    });
  }
}
