import { alertmanagerConfig, receiversOf } from '../../detect/routes.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const severitiesAreRouted = rule({
  id: 'alerting/severities-are-routed',
  severity: 'error',
  why: 'An alert without a route of its own is told as urgently as the most urgent, or not at all.',
  source: 'https://prometheus.io/docs/alerting/latest/configuration/#route',
  declaredAt: 'notifications.severities',
  appliesTo: kind('monitoring.coreos.com/AlertmanagerConfig'),
  shape: alertmanagerConfig,
  check: (config) =>
    ['critical', 'warning', 'info']
      .filter((severity) => receiversOf(config, 'severity', severity).length === 0)
      .map((severity) =>
        violation(`does not route what is ${severity}`, {
          at: ['spec', 'route', 'routes'],
          expected: `a route that asks for severity="${severity}" alone`,
          received: undefined,
        }),
      ),
});
