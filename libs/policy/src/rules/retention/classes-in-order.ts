import { kind } from '../../rendered.ts';
import { lifecycle } from '../../detect/lifecycle.ts';
import { rule, violation } from '../../rule.ts';

export const classesInOrder = rule({
  id: 'retention/classes-in-order',
  severity: 'error',
  why: 'S3 refuses STANDARD_IA before 30 days, and each class is paid for a minimum time before the next.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
  declaredAt: 'storage.lifecycle',
  appliesTo: kind('aws_s3_bucket_lifecycle_configuration'),
  shape: lifecycle,
  check: ({ rule: rules }) =>
    rules.flatMap(({ id, transition = [] }, index) =>
      transition.flatMap(({ days, storage_class }, step) => {
        const before = transition[step - 1];
        const earliest = before ? before.days + 30 : 30;
        if (days >= earliest) return [];
        return [
          violation(`the lifecycle rule ${id} moves objects to ${storage_class} too early`, {
            at: ['rule', index, 'transition', step],
            expected: `after ${earliest} days or later`,
            received: `after ${days} days`,
          }),
        ];
      }),
    ),
});
