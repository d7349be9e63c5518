import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import type { VolumeSnapshotClassManifest } from '../kinds/volume-snapshot-class.ts';
import type { Properties } from './properties.ts';

/** How a CSI driver takes snapshots. */
export class VolumeSnapshotClass extends ApiObject {
  constructor(scope: Construct, id: string, properties: Properties<VolumeSnapshotClassManifest>) {
    super(scope, id, {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      ...properties,
    });
  }
}
