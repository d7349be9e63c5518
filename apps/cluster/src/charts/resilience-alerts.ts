import type { Environment } from '@resilience/config/environment';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { ruleObjects } from '../alerting/rule-objects.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** The alerts and what they are computed from. */
export class ResilienceAlerts extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'resilience-alerts');
    for (const { name, groups } of ruleObjects(environment)) {
      new ApiObject(this, name, {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        // Prometheus takes only rules with the declared labels.
        metadata: { name, labels: environment.monitoring.labels },
        spec: { groups },
      });
    }
  }
}
