import { z } from 'zod';

import { waysOf } from '../../detect/routes.ts';
import { environment } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const criticalTakesTwoWays = rule({
  id: 'alerting/critical-takes-two-ways',
  severity: 'error',
  why: 'A channel whose Secret is missing, or whose service is down, is sent nothing: what is critical needs another that does not depend on it.',
  source: 'https://prometheus-operator.dev/docs/developer/alerting/',
  declaredAt: 'notifications.severities.critical.channels',
  appliesTo: environment,
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const secrets = new Set(
      waysOf(rendered, 'severity', 'critical').map((way) => way.secrets.join(', ')),
    );
    if (secrets.size >= 2) return [];
    return [
      violation('sends what is critical to one channel', {
        expected: 'a second channel, with a Secret of its own',
        received: [...secrets],
      }),
    ];
  },
});
