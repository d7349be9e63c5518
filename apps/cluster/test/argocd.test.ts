import { primaryEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthCluster } from '../src/synth.ts';
import { clusterKinds, namespacedKinds } from '../src/synced-kinds.ts';
import { type Manifest, synthesised } from './synthesised.ts';

const environment = primaryEnvironment();
const objects = synthesised(environment);
const applications = Object.values(objects).filter(({ kind }) => kind === 'Application');

const waveOf = ({ metadata }: Manifest): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']);

test('there is an application for each folder, and one for the definitions', () => {
  const folders = synthCluster(environment, ['velero-workflows']).map(({ name }) => name);
  const synced = synthCluster(environment, ['velero-workflows'])
    .flatMap((application) => application.objects)
    .filter(({ kind }) => kind === 'Application')
    .map(({ metadata }) => metadata.name);
  expect(synced.toSorted()).toEqual(
    [
      ...folders.filter((name) => name !== 'argocd'),
      'velero-workflows',
      'resilience',
      'velero-crds',
    ].toSorted(),
  );
});

test('what others need comes in an earlier wave', () => {
  const waves = [
    'velero-crds',
    'velero-identity',
    'velero-server',
    'velero-locations',
    'velero-schedules',
  ];
  const order = waves.map((name) => waveOf(objects[`Application/${name}`] as Manifest));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(new Set(order).size).toBe(waves.length);
  expect(waveOf(objects['AppProject/resilience'] as Manifest)).toBeLessThan(0);
});

test.each(some(applications.map(({ metadata }) => metadata.name)))(
  '%s is applied on the server and heals itself',
  (name) => {
    expect(objects[`Application/${name}`]?.spec).toMatchObject({
      project: 'resilience',
      syncPolicy: {
        automated: { enabled: true, selfHeal: true, prune: name !== 'velero-crds' },
        syncOptions: ['ServerSideApply=true', 'RespectIgnoreDifferences=true'],
      },
    });
  },
);

test('each application syncs the rendered folder of its name', () => {
  expect(objects['Application/velero-server']?.spec).toMatchObject({
    sources: [
      {
        repoURL: 'https://github.com/acme/resilience-layer.git',
        targetRevision: 'main',
        path: 'environments/primary/rendered/kubernetes/velero-server',
      },
    ],
  });
});

test("the definitions are those of the server's release, digest or not", () => {
  const pinned = synthesised(
    primaryEnvironment(({ velero }) => {
      velero.server = `docker.io/velero/velero:v1.18.3@sha256:${'0'.repeat(64)}`;
    }),
  );
  for (const all of [objects, pinned]) {
    expect(all['Application/velero-crds']?.spec).toMatchObject({
      sources: ['config/crd/v1/bases', 'config/crd/v2alpha1/bases'].map((path) => ({
        repoURL: 'https://github.com/vmware-tanzu/velero.git',
        targetRevision: 'v1.18.3',
        path,
      })),
    });
  }
});

test('the project lets ArgoCD touch no backup and no restore', () => {
  const kinds = namespacedKinds.filter(({ group }) => group === 'velero.io');
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'BackupStorageLocation',
    'Schedule',
    'VolumeSnapshotLocation',
  ]);
  expect(objects['AppProject/resilience']?.spec).toMatchObject({
    clusterResourceWhitelist: clusterKinds,
    namespaceResourceWhitelist: namespacedKinds,
  });
  expect([...clusterKinds, ...namespacedKinds].flatMap(Object.values)).not.toContain('*');
});

test('what Velero and runbooks write is left to them', () => {
  for (const { spec } of some(applications)) {
    expect(spec).toMatchObject({
      ignoreDifferences: [
        { group: 'velero.io', jsonPointers: ['/status'] },
        { kind: 'Application', jsonPointers: ['/spec/syncPolicy/automated/enabled'] },
      ],
    });
  }
});

test('nothing of the layer changes under a drill', () => {
  expect(objects['AppProject/resilience']?.spec).toMatchObject({
    syncWindows: [
      {
        kind: 'deny',
        schedule: '0 6 * * 1',
        duration: '1h0m0s',
        timeZone: 'UTC',
        applications: ['*'],
        manualSync: true,
      },
    ],
  });
  const withoutDrills = synthesised(
    primaryEnvironment((declaration) => {
      declaration.drills = {};
    }),
  );
  expect(withoutDrills['AppProject/resilience']?.spec).toMatchObject({ syncWindows: [] });
});

test('ArgoCD tells the channels for warnings, those that it knows', () => {
  const told = synthesised(
    primaryEnvironment(({ notifications }) => {
      notifications.channels = {
        ...notifications.channels,
        chat: { kind: 'slack', channel: '#platform', webhook: { name: 'slack', key: 'url' } },
        pager: { kind: 'pagerduty', routingKey: { name: 'pager', key: 'key' } },
      };
      notifications.severities.warning.channels = ['mail', 'chat', 'pager'];
    }),
  );
  const prefix = 'notifications.argoproj.io/subscribe';
  expect(told['Application/velero-server']?.metadata.annotations).toMatchObject({
    [`${prefix}.on-sync-failed.slack`]: 'platform',
    [`${prefix}.on-sync-failed.email`]: 'platform@acme.example',
    [`${prefix}.on-health-degraded.slack`]: 'platform',
  });
});
