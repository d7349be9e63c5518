import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const alertsResolve = rule({
  id: 'alerting/alerts-resolve',
  severity: 'error',
  why: 'A counter never comes down: an alert on its value never resolves after the first failure.',
  source: 'https://prometheus.io/docs/concepts/metric_types/#counter',
  declaredAt: 'apps/cluster/src/alerting',
  appliesTo: kind('monitoring.coreos.com/PrometheusRule'),
  shape: z.looseObject({
    spec: z.looseObject({
      groups: z.array(z.looseObject({ rules: z.array(z.looseObject({ expr: z.string() })) })),
    }),
  }),
  check: ({ spec: { groups } }) =>
    groups.flatMap(({ rules }, group) =>
      rules.flatMap(({ expr }, index) =>
        /_total(\{[^}]*\})?\s*[><=!]/.test(expr)
          ? [
              violation('never resolves', {
                at: ['spec', 'groups', group, 'rules', index, 'expr'],
                expected: 'increase() or rate() of the counter',
                received: expr,
              }),
            ]
          : [],
      ),
    ),
});
