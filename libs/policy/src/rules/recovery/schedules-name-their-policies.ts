import { schedule } from '../../detect/schedules.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const schedulesNameTheirPolicies = rule({
  id: 'recovery/schedules-name-their-policies',
  severity: 'error',
  why: 'Without volume policies a schedule copies no volume by its files, and skips none that is declared as left out.',
  source: 'https://velero.io/docs/v1.18/resource-filtering/#resource-policies',
  declaredAt: 'schedules.{name}.volumes',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ spec: { template } }) =>
    template.resourcePolicy
      ? []
      : [
          violation('names no volume policies', {
            at: ['spec', 'template'],
            expected: 'a resourcePolicy',
            received: undefined,
          }),
        ],
});
