import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';
import type { IPrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';

import type { Alert, Condition } from './alert.ts';
import { promDuration } from './promql.ts';
import type { RecordFamily } from './record.ts';
import { runbookUrl } from './runbook-url.ts';

export type RuleGroup = NonNullable<NonNullable<IPrometheusRule['spec']>['groups']>[number];
type Rule = RuleGroup['rules'] extends (infer One)[] | undefined ? One : never;

/** The rules of an alert in an environment, or none where it does not apply. */
export function alertGroup(environment: Environment, alert: Alert): RuleGroup | undefined {
  const conditions = alert.conditions(environment);
  if (conditions.length === 0) return undefined;
  return {
    name: alert.name,
    rules: conditions.map((condition) => alertingRule(environment, alert, condition)),
  };
}

const alertingRule = (environment: Environment, alert: Alert, condition: Condition): Rule => ({
  alert: alert.name,
  expr: condition.expr,
  ...(condition.for && { for: promDuration(condition.for) }),
  labels: {
    severity: alert.severity,
    environment: environment.name,
    namespace: veleroServiceAccount.namespace,
    component: alert.component,
    owner: 'platform',
    ...condition.labels,
  },
  annotations: {
    summary: condition.summary,
    description: condition.description,
    runbook_url: runbookUrl(environment.gitops, alert.name),
  },
});

/** The rules of a family of records in an environment, or none where there is nothing to record. */
export function recordGroup(
  environment: Environment,
  { name, rules }: RecordFamily,
): RuleGroup | undefined {
  const recorded = rules(environment);
  return recorded.length === 0
    ? undefined
    : { name, rules: recorded.map(({ labels, ...rule }) => ({ ...rule, ...asLabels(labels) })) };
}

const asLabels = (labels: Readonly<Record<string, string>> = {}) =>
  Object.keys(labels).length === 0 ? {} : { labels: { ...labels } };
