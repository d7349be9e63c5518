import type { Environment } from '@resilience/config/environment';
import { ConfigMap } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';

import { dashboardJson } from '../dashboards/dashboard.ts';
import { dashboards } from '../dashboards/index.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** By these, the sidecar of kube-prometheus-stack's Grafana finds dashboards in any namespace, and their folder. */
const metadata = {
  labels: { grafana_dashboard: '1' },
  annotations: { grafana_folder: 'Resilience' },
};

/** What Grafana's sidecar takes in. */
export class ResilienceDashboards extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'resilience-dashboards');
    for (const dashboard of dashboards) {
      const name = `dashboard-${dashboard.name}`;
      new ConfigMap(this, name, {
        metadata: { name, ...metadata },
        // The sidecar names files by the key, for all namespaces in one folder.
        data: { [`resilience-${dashboard.name}.json`]: dashboardJson(dashboard, environment) },
      });
    }
  }
}
