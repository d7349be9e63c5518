import { kind } from '../../rendered.ts';
import { schedule, goSeconds } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const ttlIsATime = rule({
  id: 'retention/ttl-is-a-time',
  severity: 'error',
  why: 'Velero keeps a backup without a TTL for 30 days, whatever was meant.',
  source: 'https://velero.io/docs/v1.18/api-types/schedule/',
  declaredAt: 'schedules.{name}.retention',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ spec: { template } }) =>
    (goSeconds(template.ttl) ?? 0) > 0
      ? []
      : [
          violation('has no TTL', {
            at: ['spec', 'template', 'ttl'],
            expected: 'a duration such as 720h0m0s',
            received: template.ttl,
          }),
        ],
});
