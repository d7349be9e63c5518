import { veleroServiceAccount } from '@resilience/config/names';

import type { Put } from './put.ts';

/** RFC 3339 in UTC, in whole seconds, as Velero writes it. */
export const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');

interface Made {
  readonly schedule: string;
  readonly startTimestamp: string;
  readonly phase?: string;
  readonly includedNamespaces?: readonly string[];
}

/** A Backup with the fields that Velero 1.18 writes into it. */
export const backupOf = (
  name: string,
  { schedule, startTimestamp, phase = 'Completed', includedNamespaces = ['*'] }: Made,
): Put => ({
  apiVersion: 'velero.io/v1',
  kind: 'Backup',
  metadata: {
    name,
    namespace: veleroServiceAccount.namespace,
    labels: { 'velero.io/schedule-name': schedule, 'velero.io/storage-location': 'default' },
    annotations: {
      'velero.io/source-cluster-k8s-gitversion': 'v1.34.4',
      'velero.io/source-cluster-k8s-major-version': '1',
      'velero.io/source-cluster-k8s-minor-version': '34',
    },
  },
  spec: {
    includedNamespaces,
    storageLocation: 'default',
    snapshotVolumes: true,
    snapshotMoveData: false,
    csiSnapshotTimeout: '10m0s',
    itemOperationTimeout: '4h0m0s',
    ttl: '720h0m0s',
  },
  status: {
    version: 1,
    formatVersion: '1.1.0',
    phase,
    startTimestamp,
    completionTimestamp: startTimestamp,
    expiration: hoursAgo(-720),
    csiVolumeSnapshotsAttempted: 3,
    csiVolumeSnapshotsCompleted: 3,
    backupItemOperationsAttempted: 3,
    backupItemOperationsCompleted: 3,
    hookStatus: {},
    progress: { itemsBackedUp: 812, totalItems: 812 },
  },
});
