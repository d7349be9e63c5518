import type { IAlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import type { Environment } from '@resilience/config/environment';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { inhibitRules } from '../routing/inhibit-rules.ts';
import { receivers } from '../routing/receivers.ts';
import { route } from '../routing/routes.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** Who is told of which alert, and how. */
export class ResilienceRouting extends ResilienceChart {
  constructor(scope: Construct, { name, monitoring, notifications }: Environment) {
    super(scope, 'resilience-routing');
    new ApiObject(this, 'routing', {
      // The version that the operator reads; the newer one would need its conversion webhook.
      apiVersion: 'monitoring.coreos.com/v1alpha1',
      kind: 'AlertmanagerConfig',
      metadata: { name: 'resilience', labels: monitoring.labels },
      spec: {
        route: route(name, notifications),
        receivers: receivers(name, notifications),
        inhibitRules: inhibitRules(),
      } satisfies IAlertmanagerConfig['spec'],
    });
  }
}
