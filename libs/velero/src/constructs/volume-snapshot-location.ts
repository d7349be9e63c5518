import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import type { VolumeSnapshotLocationManifest } from '../kinds/volume-snapshot-location.ts';
import type { Properties } from './properties.ts';

/** Where Velero takes native snapshots of volumes that no CSI driver provides. */
export class VolumeSnapshotLocation extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    properties: Properties<VolumeSnapshotLocationManifest>,
  ) {
    super(scope, id, { apiVersion: 'velero.io/v1', kind: 'VolumeSnapshotLocation', ...properties });
  }
}
