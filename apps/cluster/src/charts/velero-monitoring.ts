import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';
import type { IServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { metricsPort } from '../velero-container.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** Lets Prometheus scrape the server. */
export class VeleroMonitoring extends ResilienceChart {
  constructor(scope: Construct, { monitoring }: Environment) {
    super(scope, 'velero-monitoring');
    new ApiObject(this, 'server', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'velero', labels: monitoring.labels },
      spec: {
        namespaceSelector: { matchNames: [veleroServiceAccount.namespace] },
        selector: { matchLabels: { 'app.kubernetes.io/name': 'velero' } },
        endpoints: [{ port: metricsPort.name, interval: '30s' }],
      } satisfies IServiceMonitor['spec'],
    });
  }
}
