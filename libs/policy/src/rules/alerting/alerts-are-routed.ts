import { alertsOf, prometheusRule } from '../../detect/alerts.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

/** The alert that says that alerts work has a way of its own. */
const severities = ['critical', 'warning', 'info', 'none'];

export const alertsAreRouted = rule({
  id: 'alerting/alerts-are-routed',
  severity: 'error',
  why: 'Alertmanager routes by these labels: an alert without them reaches nobody, or the wrong team.',
  source: 'https://prometheus-operator.dev/docs/developer/alerting/',
  declaredAt: 'apps/cluster/src/alerting/alerts',
  appliesTo: kind('monitoring.coreos.com/PrometheusRule'),
  shape: prometheusRule,
  check: (value, { rendered }) =>
    alertsOf(value).flatMap(({ name, labels, at }) =>
      wrongIn(labels, rendered.environment).map(([label, expected]) =>
        violation(`${name} reaches nobody by its ${label}`, {
          at: [...at, 'labels', label],
          expected,
          received: labels[label],
        }),
      ),
    ),
});

function wrongIn(
  { severity = '', environment, namespace, owner, component }: Readonly<Record<string, string>>,
  expected: string,
): [string, string][] {
  const wrong: [string, string, boolean][] = [
    ['severity', severities.join(', '), !severities.includes(severity)],
    ['environment', expected, environment !== expected],
    ['namespace', 'velero', namespace !== 'velero'],
    ['owner', 'a team', !owner],
    ['component', 'a component', !component],
  ];
  return wrong.flatMap(([label, right, isWrong]) => (isWrong ? [[label, right]] : []));
}
