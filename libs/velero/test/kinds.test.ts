import { expect, test } from 'vitest';
import type { z } from 'zod';

import { backup } from '../src/kinds/backup.ts';
import { backupStorageLocation } from '../src/kinds/backup-storage-location.ts';
import { resourcePolicies } from '../src/kinds/resource-policies.ts';
import { restore } from '../src/kinds/restore.ts';
import { schedule } from '../src/kinds/schedule.ts';
import { volumeSnapshotClass } from '../src/kinds/volume-snapshot-class.ts';
import { volumeSnapshotLocation } from '../src/kinds/volume-snapshot-location.ts';

const metadata = { name: 'daily', namespace: 'velero' };

const spec = {
  includedNamespaces: ['*'],
  storageLocation: 'default',
  ttl: '720h0m0s',
  snapshotVolumes: true,
  snapshotMoveData: false,
  defaultVolumesToFsBackup: false,
};

const location = {
  apiVersion: 'velero.io/v1',
  kind: 'BackupStorageLocation',
  metadata,
  spec: {
    provider: 'aws',
    objectStorage: { bucket: 'acme-backups' },
    config: { region: 'eu-west-1' },
    accessMode: 'ReadOnly',
  },
};

const scheduled = {
  apiVersion: 'velero.io/v1',
  kind: 'Schedule',
  metadata,
  spec: {
    schedule: '0 2 * * *',
    paused: false,
    skipImmediately: false,
    useOwnerReferencesInBackup: false,
    template: spec,
  },
};

const restored = {
  apiVersion: 'velero.io/v1',
  kind: 'Restore',
  metadata: { generateName: 'drill-', namespace: 'velero' },
  spec: {
    backupName: 'daily-20270101020000',
    includedNamespaces: ['orders'],
    existingResourcePolicy: 'none',
    restorePVs: true,
  },
};

const policies = {
  version: 'v1',
  volumePolicies: [{ conditions: { pvcLabels: { app: 'db' } }, action: { type: 'snapshot' } }],
};

const valid: [string, z.ZodType, object][] = [
  ['a location', backupStorageLocation, location],
  ['a schedule', schedule, scheduled],
  ['a backup', backup, { apiVersion: 'velero.io/v1', kind: 'Backup', metadata, spec }],
  ['a restore', restore, restored],
  ['policies', resourcePolicies, policies],
  [
    'a snapshot location',
    volumeSnapshotLocation,
    {
      apiVersion: 'velero.io/v1',
      kind: 'VolumeSnapshotLocation',
      metadata,
      spec: { provider: 'aws', config: { region: 'eu-west-1' } },
    },
  ],
  [
    'a snapshot class',
    volumeSnapshotClass,
    {
      apiVersion: 'snapshot.storage.k8s.io/v1',
      kind: 'VolumeSnapshotClass',
      metadata: { name: 'ebs' },
      driver: 'ebs.csi.aws.com',
      deletionPolicy: 'Retain',
    },
  ],
];

test.each(valid)('%s as Velero takes it is taken', (_, schema, object) => {
  expect(schema.safeParse(object).error).toBeUndefined();
});

const invalid: [string, z.ZodType, object, string][] = [
  [
    'a location with a key that the plugin refuses',
    backupStorageLocation,
    { ...location, spec: { ...location.spec, config: { bucketRegion: 'eu-west-1' } } },
    'bucketRegion',
  ],
  [
    'a location without access mode',
    backupStorageLocation,
    { ...location, spec: { ...location.spec, accessMode: undefined } },
    'accessMode',
  ],
  [
    'a schedule that does not say whether it starts at once',
    schedule,
    { ...scheduled, spec: { ...scheduled.spec, skipImmediately: undefined } },
    'skipImmediately',
  ],
  [
    'a retention that Go does not read',
    schedule,
    { ...scheduled, spec: { ...scheduled.spec, template: { ...spec, ttl: '30d' } } },
    'ttl',
  ],
  [
    'a restore of a backup and a schedule at once',
    restore,
    { ...restored, spec: { ...restored.spec, scheduleName: 'daily' } },
    'either backupName or scheduleName',
  ],
  [
    'a restore of nothing',
    restore,
    {
      ...restored,
      spec: { includedNamespaces: ['orders'], existingResourcePolicy: 'none', restorePVs: true },
    },
    'either backupName or scheduleName',
  ],
  [
    'a policy with an action that Velero does not know',
    resourcePolicies,
    { ...policies, volumePolicies: [{ conditions: {}, action: { type: 'copy' } }] },
    'action',
  ],
  [
    'a policy by a condition that Velero does not know',
    resourcePolicies,
    { ...policies, volumePolicies: [{ conditions: { name: 'db' }, action: { type: 'skip' } }] },
    'name',
  ],
];

test.each(invalid)('%s is refused', (_, schema, object, message) => {
  expect(JSON.stringify(schema.safeParse(object).error?.issues)).toContain(message);
});
