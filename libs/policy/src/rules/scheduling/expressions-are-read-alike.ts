import { NeverFiresError, parseCron } from '@resilience/config/cron';

import { kind } from '../../rendered.ts';
import { schedule } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const expressionsAreReadAlike = rule({
  id: 'scheduling/expressions-are-read-alike',
  severity: 'error',
  why: 'Velero refuses an expression that it cannot read, in a status that nobody looks at.',
  source: 'https://pkg.go.dev/github.com/robfig/cron/v3',
  declaredAt: 'schedules.{name}.cron',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ spec: { schedule: expression } }) => {
    try {
      parseCron(expression);
      return [];
    } catch (error) {
      return [
        violation(error instanceof NeverFiresError ? 'never fires' : 'cannot be read', {
          at: ['spec', 'schedule'],
          expected: error instanceof Error ? error.message : String(error),
          received: expression,
        }),
      ];
    }
  },
});
