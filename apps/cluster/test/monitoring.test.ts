import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { synthesised } from './synthesised.ts';

const objects = synthesised(primaryEnvironment());

test.each(['velero', 'resilience-object-state', 'resilience-cloudwatch'])(
  'Prometheus finds %s by its service, and calls it so',
  (name) => {
    expect(objects[`ServiceMonitor/${name}`]).toMatchObject({
      metadata: { labels: { release: 'kube-prometheus-stack' } },
      spec: {
        jobLabel: 'app.kubernetes.io/name',
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        endpoints: [{ port: 'metrics' }],
      },
    });
    expect(objects[`Service/${name}`]).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/name': name } },
      spec: { ports: [{ name: 'metrics' }] },
    });
  },
);

test('Prometheus finds the agents by their pods, and tells them apart by their nodes', () => {
  expect(objects['PodMonitor/node-agent']).toMatchObject({
    metadata: { labels: { release: 'kube-prometheus-stack' } },
    spec: {
      jobLabel: 'role',
      selector: { matchLabels: { role: 'node-agent' } },
      podMetricsEndpoints: [
        {
          port: 'metrics',
          honorLabels: true,
          relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' }],
        },
      ],
    },
  });
  expect(objects['DaemonSet/node-agent']?.spec).toMatchObject({
    template: {
      metadata: { labels: { role: 'node-agent' } },
      spec: { containers: [{ ports: [{ name: 'metrics', containerPort: 8085 }] }] },
    },
  });
});

test('Prometheus takes from Argo what drills measured, and leaves it the services that were measured', () => {
  expect(objects['PodMonitor/workflow-controller']).toMatchObject({
    metadata: { labels: { release: 'kube-prometheus-stack' } },
    spec: {
      namespaceSelector: { matchNames: ['argo'] },
      selector: { matchLabels: { app: 'workflow-controller' } },
      podMetricsEndpoints: [{ port: 'metrics', scheme: 'https' }],
    },
  });
  const spec = objects['PodMonitor/workflow-controller']?.spec as IPodMonitor['spec'] | undefined;
  const [kept, dropped] = spec?.podMetricsEndpoints?.[0]?.metricRelabelings ?? [];
  expect(kept?.action).toBe('keep');
  expect('argo_workflows_resilience_drill_recovery_time_seconds').toMatch(
    new RegExp(`^${kept?.regex}$`, 'v'),
  );
  expect('argo_workflows_workers_busy_count').not.toMatch(new RegExp(`^${kept?.regex}$`, 'v'));
  expect(dropped?.action).toBe('labeldrop');
  for (const label of ['service', 'drill', 'scenario']) {
    expect(label).not.toMatch(new RegExp(`^(${dropped?.regex})$`, 'v'));
  }
});

test('only Prometheus reaches the exporters', () => {
  expect(objects['NetworkPolicy/exporters-from-prometheus']?.spec).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/component': 'exporter' } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
          },
        ],
        ports: [8080, 5000].map((port) => ({ protocol: 'TCP', port })),
      },
    ],
  });
});
