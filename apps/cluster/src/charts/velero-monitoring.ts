import type { IPodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import type { IServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import type { Environment } from '@resilience/config/environment';
import {
  monitoringServiceAccount,
  objectStateServiceAccount,
  veleroServiceAccount,
} from '@resilience/config/names';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { nodeAgentLabels } from '../node-agent-labels.ts';
import { drillMetrics } from '../metrics/drills.ts';
import { metricsPort } from '../velero-container.ts';
import { ResilienceChart } from './resilience-chart.ts';

const apiVersion = 'monitoring.coreos.com/v1';
const namespaceSelector = { matchNames: [veleroServiceAccount.namespace] };

/**
 * Which pod told something does not matter, and is not kept: a pod that takes over goes on with the same
 * series. `service` is left to the services of the declaration.
 */
const metricRelabelings = [
  {
    action: 'labeldrop' as const,
    regex: 'pod|container|endpoint|service|instance|customresource_.+',
  },
];

/** Lets Prometheus scrape Velero and the exporters; `job` is the name of what is scraped. */
export class VeleroMonitoring extends ResilienceChart {
  readonly #labels: Record<string, string>;

  constructor(scope: Construct, { monitoring, workflows }: Environment) {
    super(scope, 'velero-monitoring');
    this.#labels = monitoring.labels;
    this.#addServiceMonitor('velero', '30s');
    this.#addServiceMonitor(objectStateServiceAccount.name, '30s');
    this.#addServiceMonitor(monitoringServiceAccount.name, '60s');
    this.#addNodeAgents();
    this.#addWorkflowController(workflows.controller);
  }

  #addServiceMonitor(name: string, interval: string): void {
    new ApiObject(this, name, {
      apiVersion,
      kind: 'ServiceMonitor',
      metadata: { name, labels: this.#labels },
      spec: {
        jobLabel: 'app.kubernetes.io/name',
        namespaceSelector,
        selector: { matchLabels: { 'app.kubernetes.io/name': name } },
        endpoints: [{ port: metricsPort.name, interval, metricRelabelings }],
      } satisfies IServiceMonitor['spec'],
    });
  }

  /** They have no service, as nobody but Prometheus speaks to them. */
  #addNodeAgents(): void {
    new ApiObject(this, 'node-agent', {
      apiVersion,
      kind: 'PodMonitor',
      metadata: { name: 'node-agent', labels: this.#labels },
      spec: {
        jobLabel: 'role',
        namespaceSelector,
        selector: { matchLabels: { role: nodeAgentLabels.role } },
        podMetricsEndpoints: [
          {
            port: metricsPort.name,
            interval: '30s',
            // What an agent tells of its node carries the name of the node already.
            honorLabels: true,
            relabelings: [
              { sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node' },
            ],
            metricRelabelings,
          },
        ],
      } satisfies IPodMonitor['spec'],
    });
  }

  /** Of what Argo tells, only what drills measured: the platform may watch the rest by a monitor of its own. */
  #addWorkflowController({ namespace, podLabels }: Environment['workflows']['controller']): void {
    new ApiObject(this, 'workflow-controller', {
      apiVersion,
      kind: 'PodMonitor',
      metadata: { name: 'workflow-controller', labels: this.#labels },
      spec: {
        namespaceSelector: { matchNames: [namespace] },
        selector: { matchLabels: podLabels },
        podMetricsEndpoints: [
          {
            port: 'metrics',
            interval: '30s',
            // It makes a certificate of its own whenever it starts.
            scheme: 'https',
            tlsConfig: { insecureSkipVerify: true },
            relabelings: [{ targetLabel: 'job', replacement: 'argo-workflows' }],
            metricRelabelings: [
              {
                action: 'keep',
                sourceLabels: ['__name__'],
                regex: `(${Object.keys(drillMetrics).join('|')})`,
              },
              { action: 'labeldrop', regex: 'pod|container|endpoint|instance' },
            ],
          },
        ],
      } satisfies IPodMonitor['spec'],
    });
  }
}
