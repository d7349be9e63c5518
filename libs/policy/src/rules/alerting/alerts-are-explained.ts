import { alertsOf, prometheusRule } from '../../detect/alerts.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const alertsAreExplained = rule({
  id: 'alerting/alerts-are-explained',
  severity: 'error',
  why: 'Whoever is woken by an alert has to be told what it means and what to do.',
  source: 'https://prometheus.io/docs/practices/alerting/',
  declaredAt: 'apps/cluster/src/alerting/alerts',
  appliesTo: kind('monitoring.coreos.com/PrometheusRule'),
  shape: prometheusRule,
  check: (value) =>
    alertsOf(value).flatMap(({ name, annotations, at }) => [
      ...['summary', 'description']
        .filter((key) => !annotations[key])
        .map((key) =>
          violation(`${name} has no ${key}`, {
            at: [...at, 'annotations'],
            expected: `a ${key}`,
            received: annotations[key],
          }),
        ),
      ...(pageOf(annotations['runbook_url']) === name
        ? []
        : [
            violation(`${name} has no runbook`, {
              at: [...at, 'annotations', 'runbook_url'],
              expected: `https://…/docs/runbooks/${name}.md`,
              received: annotations['runbook_url'],
            }),
          ]),
    ]),
});

const pageOf = (url = ''): string | undefined =>
  /^https:\/\/\S+\/docs\/runbooks\/(\w+)\.md$/.exec(url)?.[1];
