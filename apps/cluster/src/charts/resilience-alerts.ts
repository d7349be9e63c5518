import type { Environment } from '@resilience/config/environment';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

import { alerts } from '../alerting/alerts/index.ts';
import { alertGroup, recordGroup, type RuleGroup } from '../alerting/prometheus-rule.ts';
import { records } from '../alerting/records/index.ts';
import { ResilienceChart } from './resilience-chart.ts';

/** The alerts and what they are computed from, each a rule object of its own. */
export class ResilienceAlerts extends ResilienceChart {
  constructor(scope: Construct, environment: Environment) {
    super(scope, 'resilience-alerts');
    const groups = [
      ...records.map((family) => recordGroup(environment, family)),
      ...alerts.map((alert) => alertGroup(environment, alert)),
    ];
    for (const group of groups) {
      if (group) this.#rule(environment, group);
    }
  }

  /** Prometheus takes only rules with the declared labels. */
  #rule({ monitoring }: Environment, group: RuleGroup): void {
    new ApiObject(this, group.name, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: objectName(group.name), labels: monitoring.labels },
      spec: { groups: [group] },
    });
  }
}

/** Kubernetes takes no capitals: `BackupFailed` becomes `resilience-backup-failed`. */
function objectName(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return `resilience-${words.replace(/^-(resilience-)?/, '')}`;
}
