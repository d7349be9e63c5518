import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { objectStates } from '../../src/exporters/object-state/index.ts';
import { synthesised } from '../synthesised.ts';

const objects = synthesised(primaryEnvironment());
const name = 'resilience-object-state';

test('the exporter may look at the kinds that it tells of, in its namespace, and at nothing else', () => {
  expect(objects[`Role/${name}`]).toMatchObject({
    metadata: { namespace: 'velero' },
    rules: [
      {
        apiGroups: ['velero.io'],
        resources: [
          'backups',
          'backupstoragelocations',
          'backuprepositories',
          'schedules',
          'datauploads',
          'podvolumebackups',
          'restores',
        ],
        verbs: ['list', 'watch'],
      },
      { apiGroups: ['argoproj.io'], resources: ['cronworkflows'], verbs: ['list', 'watch'] },
    ],
  });
  expect(objects[`ClusterRole/${name}`]).toMatchObject({
    rules: [
      {
        apiGroups: ['apiextensions.k8s.io'],
        resources: ['customresourcedefinitions'],
        verbs: ['list', 'watch'],
      },
    ],
  });
  for (const kind of ['Role', 'ClusterRole']) {
    expect(objects[`${kind}Binding/${name}`]).toMatchObject({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'velero' }],
    });
  }
});

test('the exporter reads what it is told from where it is mounted', () => {
  expect(objects[`Deployment/${name}`]?.spec).toMatchObject({
    template: {
      spec: {
        serviceAccountName: name,
        automountServiceAccountToken: true,
        containers: [
          {
            image: primaryEnvironment().monitoring.exporters.kubeStateMetrics,
            args: expect.arrayContaining([
              '--custom-resource-state-only=true',
              '--custom-resource-state-config-file=/etc/kube-state-metrics/custom-resource-state.json',
              '--namespaces=velero',
            ]),
            volumeMounts: [{ mountPath: '/etc/kube-state-metrics', readOnly: true }],
          },
        ],
      },
    },
  });
  const { data } = objects[`ConfigMap/${name}`] ?? {};
  expect(JSON.parse(data?.['custom-resource-state.json'] ?? '')).toEqual({
    kind: 'CustomResourceStateMetrics',
    spec: { resources: objectStates },
  });
});

test('a number is 0 where nothing is said, a moment is not told', () => {
  const gauges = objectStates.flatMap(({ metrics }) =>
    metrics.flatMap(({ name: metric, each }) =>
      each.type === 'Gauge' ? [{ metric, nilIsZero: each.gauge.nilIsZero === true }] : [],
    ),
  );
  const wrong = gauges.filter(
    ({ metric, nilIsZero }) => nilIsZero === metric.endsWith('_timestamp_seconds'),
  );
  expect(gauges).not.toEqual([]);
  expect(wrong).toEqual([]);
});
