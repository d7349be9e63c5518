import { approvalLabel, secondApprovalLabel, veleroServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';

export interface Changes {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ownerReferences?: readonly object[];
  readonly spec?: object;
  readonly status?: object;
}

/** An object of Velero, with what a case changes of it. */
const objectOf = (kind: string, apiVersion: string, spec: object, status: object) => {
  const labels = { 'velero.io/storage-location': 'default', [approvalLabel]: 'bob' };
  return ({ labels: more, annotations, ownerReferences, ...changes }: Changes = {}): Manifest => ({
    apiVersion,
    kind,
    metadata: {
      name: 'stateful',
      namespace: veleroServiceAccount.namespace,
      labels: { ...labels, [secondApprovalLabel]: 'carol', ...more },
      ...(annotations && { annotations }),
      ...(ownerReferences && { ownerReferences }),
    },
    spec: changes.spec ?? spec,
    status: changes.status ?? status,
  });
};

export type ObjectOf = ReturnType<typeof objectOf>;

export const backup = objectOf(
  'Backup',
  'velero.io/v1',
  { storageLocation: 'default' },
  { phase: 'Completed', expiration: '2099-01-01T00:00:00Z' },
);
export const restore = objectOf(
  'Restore',
  'velero.io/v1',
  { backupName: 'daily', includedNamespaces: ['scratch'] },
  { phase: 'Completed' },
);
export const repository = objectOf(
  'BackupRepository',
  'velero.io/v1',
  {
    backupStorageLocation: 'default',
    maintenanceFrequency: '1h0m0s',
    repositoryType: 'kopia',
    resticIdentifier: '',
    volumeNamespace: 'orders',
  },
  { phase: 'Ready' },
);
export const copied = objectOf(
  'PodVolumeBackup',
  'velero.io/v1',
  {
    backupStorageLocation: 'default',
    node: 'a',
    pod: {},
    repoIdentifier: '',
    uploaderType: 'kopia',
    volume: 'data',
  },
  { phase: 'Completed', snapshotID: 'k1' },
);
export const upload = objectOf(
  'DataUpload',
  'velero.io/v2alpha1',
  {
    backupStorageLocation: 'default',
    operationTimeout: '4h0m0s',
    snapshotType: 'CSI',
    sourceNamespace: 'orders',
    sourcePVC: 'data',
  },
  { phase: 'Completed', snapshotID: 'k1' },
);
export const deletion = objectOf(
  'DeleteBackupRequest',
  'velero.io/v1',
  { backupName: 'daily-1' },
  { phase: 'Processed' },
);
