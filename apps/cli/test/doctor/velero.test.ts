import { some } from '@resilience/vitest/some';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { backupsAreRecent } from '../../src/doctor/checks/backups-are-recent.ts';
import { drift } from '../../src/doctor/checks/drift.ts';
import { locationIsAvailable } from '../../src/doctor/checks/location-is-available.ts';
import { repositoryPassword } from '../../src/doctor/checks/repository-password.ts';
import { snapshotClasses } from '../../src/doctor/checks/snapshot-class.ts';
import { veleroRuns } from '../../src/doctor/checks/velero-runs.ts';
import { type Case, expectFound } from './expect-found.ts';
import {
  backupBy,
  healthy,
  listed,
  lookedAt,
  notFound,
  podsOf,
  ready,
  renderedObjects,
  schedulesMade,
  undefinedKind,
} from './healthy.ts';

/** An object of the cluster that is not as it is rendered. */
async function changed(
  [kind, name, resource]: readonly [string, string, string],
  change: (spec: object) => object,
): Promise<Answer> {
  const objects = await renderedObjects();
  const items = objects
    .filter((object) => object.kind === kind && object.namespace === 'velero')
    .map(({ value, ...object }) =>
      object.name === name ? { ...value, spec: change(Object(value['spec'])) } : value,
    );
  return listed(resource, items, ' --namespace velero --output json');
}

const daily = ['Schedule', 'daily', 'schedules.velero.io'] as const;
const locationItself = [
  'BackupStorageLocation',
  'default',
  'backupstoragelocations.velero.io',
] as const;
const locationAsked = 'get backupstoragelocations.velero.io default --namespace velero';

/** A class of snapshots that is not as it is rendered, and others beside it. */
async function snapshotClass(change: object, ...others: readonly object[]): Promise<Answer> {
  const objects = await renderedObjects();
  const [rendered] = objects.filter(({ kind }) => kind === 'VolumeSnapshotClass');
  return listed('volumesnapshotclasses.snapshot.storage.k8s.io', [
    { ...rendered?.value, ...change },
    ...others,
  ]);
}

const withoutLabel = { metadata: { name: 'velero-ebs', labels: {} } };
const rival = {
  metadata: { name: 'ebs', labels: { 'velero.io/csi-volumesnapshot-class': 'true' } },
  driver: 'ebs.csi.aws.com',
  deletionPolicy: 'Delete',
};

/** Pods of the server that are not as they are rendered. */
async function serverPods(change: Parameters<typeof podsOf>[1]): Promise<Answer> {
  const objects = await renderedObjects();
  const server = objects.find(({ kind, name }) => kind === 'Deployment' && name === 'velero');
  if (!server) throw new Error('no server is rendered');
  return podsOf(server, change);
}

const old: Parameters<typeof podsOf>[1] = ({ spec, status }) => ({
  spec: {
    ...spec,
    containers: spec.containers.map((one) => ({ ...one, image: 'docker.io/velero/velero:v1.9.0' })),
  },
  status,
});

const cases: readonly Case[] = [
  [
    'no class of snapshots',
    snapshotClasses,
    listed('volumesnapshotclasses.snapshot.storage.k8s.io', [rival]),
    'wrong',
    /is not there: no volume of ebs\.csi\.aws\.com is snapshotted/,
  ],
  [
    'a cluster without snapshots',
    snapshotClasses,
    undefinedKind('volumesnapshotclasses.snapshot.storage.k8s.io'),
    'wrong',
    /does not know VolumeSnapshotClass/,
  ],
  [
    'a class that Velero does not find',
    snapshotClasses,
    snapshotClass(withoutLabel),
    'wrong',
    /has no label velero\.io\/csi-volumesnapshot-class=true/,
  ],
  [
    'a class whose snapshots go with their namespace',
    snapshotClasses,
    snapshotClass({ deletionPolicy: 'Delete' }),
    'wrong',
    /deletionPolicy is Delete, and not Retain/,
  ],
  [
    'a class of another driver',
    snapshotClasses,
    snapshotClass({ driver: 'hostpath.csi.k8s.io' }),
    'wrong',
    /is of hostpath\.csi\.k8s\.io, and not ebs\.csi\.aws\.com/,
  ],
  [
    'another class that Velero may take',
    snapshotClasses,
    snapshotClass({}, rival),
    'warning',
    /^ebs has the label .*Velero takes one of them/,
  ],
  [
    'a Velero of another version',
    veleroRuns,
    serverPods(old),
    'wrong',
    /run velero:v1\.9\.0, and not/,
  ],
  [
    'a server that is not ready',
    veleroRuns,
    serverPods(({ spec }) => ({ spec, status: { conditions: [ready('False')] } })),
    'wrong',
    /1 of 1 not ready, such as velero-1/,
  ],
  [
    'a server that does not run',
    veleroRuns,
    listed('pods --namespace velero --selector app.kubernetes.io/component=server', []),
    'wrong',
    /there are none/,
  ],
  [
    'a Velero that is not there yet',
    locationIsAvailable,
    undefinedKind('backupstoragelocations.velero.io'),
    'wrong',
    /not in the cluster/,
  ],
  [
    'a location that is not there',
    locationIsAvailable,
    notFound(locationAsked),
    'wrong',
    /not in the cluster/,
  ],
  [
    'a bucket that Velero does not reach',
    locationIsAvailable,
    {
      asked: locationAsked,
      output: {
        spec: { objectStorage: { bucket: 'harbour-staging-backups-us-east-1' } },
        status: { phase: 'Unavailable' },
      },
    },
    'wrong',
    /Unavailable/,
  ],
  [
    'another cron',
    drift,
    changed(daily, (spec) => ({ ...spec, schedule: '0 5 * * *' })),
    'wrong',
    /spec\.schedule/,
  ],
  [
    'a schedule that is paused',
    drift,
    changed(daily, (spec) => ({ ...spec, paused: true })),
    'wrong',
    /spec\.paused/,
  ],
  [
    'a field that is not rendered',
    drift,
    changed(locationItself, (spec) => ({
      ...spec,
      backupSyncPeriod: '0s',
      validationFrequency: '24h',
    })),
    'wrong',
    /spec\.validationFrequency/,
  ],
  [
    'objects that are not there',
    drift,
    listed('deployments.apps', []),
    'wrong',
    /is not in the cluster/,
  ],
  [
    'no backup',
    backupsAreRecent,
    listed('backups.velero.io', [backupBy('weekly', 30)]),
    'wrong',
    /there is none/,
  ],
  [
    'an old backup',
    backupsAreRecent,
    listed('backups.velero.io', [backupBy('weekly', 30), backupBy('daily', 30)]),
    'wrong',
    /daily-1, 1 d 6 h old; the schedule allows 1 d 1 h/,
  ],
  [
    'a backup that failed in part',
    backupsAreRecent,
    listed('backups.velero.io', [backupBy('weekly', 30), backupBy('daily', 3, 'PartiallyFailed')]),
    'wrong',
    /there is none/,
  ],
  [
    'no password',
    repositoryPassword,
    notFound('get secret velero-repo-credentials'),
    'wrong',
    /no copy of a file/,
  ],
  [
    'a repository that is not ready',
    repositoryPassword,
    listed('backuprepositories.velero.io', [
      {
        metadata: { name: 'r' },
        status: { phase: 'NotReady', message: 'invalid repository password' },
      },
    ]),
    'wrong',
    /NotReady: invalid repository password/,
  ],
];

test.each(some(cases))('%s is found', async (...one) => {
  expect.hasAssertions();
  await expectFound(...one);
});

test('quantities and defaults of the API server are no drift', async () => {
  const velero = await changed(['Deployment', 'velero', 'deployments.apps'], (spec) =>
    JSON.parse(
      JSON.stringify({ ...spec, progressDeadlineSeconds: 600, revisionHistoryLimit: 10 })
        .replaceAll('"1024Mi"', '"1Gi"')
        .replaceAll('"500m"', '"0.5"'),
    ),
  );
  expect(JSON.stringify(velero.output)).toContain('"1Gi"');
  const { found } = await lookedAt(drift, { kubectl: [velero, ...(await healthy())] });
  expect(found).toMatchObject([{ state: 'ok' }]);
});

test('a changed quantity is drift', async () => {
  const velero = await changed(['Deployment', 'velero', 'deployments.apps'], (spec) =>
    JSON.parse(JSON.stringify(spec).replaceAll('"1024Mi"', '"1000Mi"')),
  );
  const { found } = await lookedAt(drift, { kubectl: [velero, ...(await healthy())] });
  expect(found).toMatchObject([
    { state: 'wrong', found: expect.stringContaining('resources.limits.memory') as unknown },
  ]);
});

test('a schedule that is younger than its interval needs no backup yet', async () => {
  const young = listed('schedules.velero.io', schedulesMade(['daily', 'weekly'], 2));
  const { found } = await lookedAt(backupsAreRecent, {
    kubectl: [young, listed('backups.velero.io', []), ...(await healthy())],
  });
  expect(found.map(({ state }) => state)).toEqual(['warning', 'warning']);
});

test('an image from a registry of the organisation is the declared one', async () => {
  const mirrored: Parameters<typeof podsOf>[1] = ({ spec, status }) => ({
    spec: {
      ...spec,
      containers: spec.containers.map((one) => ({
        ...one,
        image: `registry.example/mirror/${one.image.split('/').at(-1)}`,
      })),
    },
    status,
  });
  const { found } = await lookedAt(veleroRuns, {
    kubectl: [await serverPods(mirrored), ...(await healthy())],
  });
  expect(found.map(({ subject }) => subject)).toContain('pods of the Deployment velero');
  expect(found.filter(({ state }) => state !== 'ok')).toEqual([]);
});
