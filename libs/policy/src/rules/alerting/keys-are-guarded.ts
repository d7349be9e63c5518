import { z } from 'zod';

import { dataBuckets } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const keysAreGuarded = rule({
  id: 'alerting/keys-are-guarded',
  severity: 'error',
  why: 'A key that is disabled or scheduled for deletion makes every backup unreadable, and nothing else says so.',
  source:
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-creating-cloudwatch-alarm.html',
  declaredAt: 'apps/aws',
  appliesTo: (rendered) =>
    dataBuckets(rendered).filter(({ name }) => !name.startsWith('evidence-store/')),
  shape: z.looseObject({}),
  check: (_, { object, rendered }) => {
    const patterns = rendered
      .of('aws_cloudwatch_event_rule')
      .filter(({ file }) => file === object.file)
      .map(({ value }) => guard.safeParse(value).data?.event_pattern ?? '');
    const watched = (...calls: string[]): boolean =>
      patterns.some((pattern) => calls.every((call) => pattern.includes(`"${call}"`)));
    return [
      ...(watched('ScheduleKeyDeletion', 'DisableKey')
        ? []
        : [
            violation('loses its key unnoticed', {
              expected: 'an event rule on ScheduleKeyDeletion and DisableKey',
              received: undefined,
            }),
          ]),
      ...(watched('EnableKey')
        ? []
        : [
            violation('has its key back unnoticed, so that an alert on its loss stays on', {
              expected: 'an event rule on EnableKey',
              received: undefined,
            }),
          ]),
    ];
  },
});

const guard = z.looseObject({ event_pattern: z.string() });
