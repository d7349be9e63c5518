import { z } from 'zod';

import { waysOf } from '../../detect/routes.ts';
import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const severitiesAreRouted = rule({
  id: 'alerting/severities-are-routed',
  severity: 'error',
  why: 'An alert that no AlertmanagerConfig sends to a channel reaches nobody.',
  source: 'https://prometheus.io/docs/alerting/latest/configuration/#route',
  declaredAt: 'notifications.severities',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) =>
    ['critical', 'warning', 'info']
      .filter((severity) => waysOf(rendered, 'severity', severity).length === 0)
      .map((severity) =>
        violation(`does not route what is ${severity}`, {
          expected: `an AlertmanagerConfig with a route that asks for severity="${severity}" alone, to a channel`,
          received: undefined,
        }),
      ),
});
