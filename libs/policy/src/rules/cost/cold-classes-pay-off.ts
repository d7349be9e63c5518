import { kind } from '../../rendered.ts';
import { lifecycle, expiresAfter } from '../../detect/lifecycle.ts';
import { rule, violation } from '../../rule.ts';

export const coldClassesPayOff = rule({
  id: 'cost/cold-classes-pay-off',
  severity: 'warning',
  why: 'GLACIER_IR is paid for 90 days at least: objects that expire sooner are paid for after they are gone.',
  source: 'https://aws.amazon.com/s3/pricing/',
  declaredAt: 'storage.lifecycle.expireAfter',
  appliesTo: kind('aws_s3_bucket_lifecycle_configuration'),
  shape: lifecycle,
  check: ({ rule: rules }) =>
    rules.flatMap((one, index) => {
      const days = expiresAfter(one);
      return (one.transition ?? [])
        .filter(
          (step) => days !== undefined && days - step.days < (minimum[step.storage_class] ?? 0),
        )
        .map((step) =>
          violation(`the lifecycle rule ${one.id} pays for time after expiry`, {
            at: ['rule', index, 'transition'],
            expected: `${minimum[step.storage_class]} days in ${step.storage_class}`,
            received: `${(days ?? 0) - step.days} days`,
          }),
        );
    }),
});

/** Days that each class is paid for at least. */
const minimum: Readonly<Record<string, number>> = {
  STANDARD_IA: 30,
  GLACIER_IR: 90,
  GLACIER: 90,
  DEEP_ARCHIVE: 180,
};
