import { some } from '@resilience/vitest/some';
import type { Answer } from '@resilience/workflows/stand-ins';
import { expect, test } from 'vitest';

import { snapshotClasses } from '../../src/doctor/checks/snapshot-class.ts';
import { veleroRuns } from '../../src/doctor/checks/velero-runs.ts';
import { listed, podsOf, ready } from './cluster-answers.ts';
import { type Case, expectFound } from './expect-found.ts';
import { healthy, lookedAt, renderedObjects, undefinedKind } from './healthy.ts';

/** A class of snapshots that is not as it is rendered, and others beside it. */
async function snapshotClass(change: object, ...others: readonly object[]): Promise<Answer> {
  const objects = await renderedObjects();
  const rendered = objects.find(({ kind }) => kind === 'VolumeSnapshotClass');
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
];

test.each(some(cases))('%s is found', async (...one) => {
  expect.hasAssertions();
  await expectFound(...one);
});

test('an image from a registry of the organisation is the declared one', async () => {
  const { found } = await lookedAt(veleroRuns, {
    kubectl: [await serverPods(mirrored), ...(await healthy())],
  });
  expect(found.map(({ subject }) => subject)).toContain('pods of the Deployment velero');
  expect(found.filter(({ state }) => state !== 'ok')).toEqual([]);
});
