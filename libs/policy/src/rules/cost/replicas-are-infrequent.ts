import { kind } from '../../rendered.ts';
import { replicationRules } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const replicasAreInfrequent = rule({
  id: 'cost/replicas-are-infrequent',
  severity: 'warning',
  why: 'A replica is read in a disaster alone; STANDARD costs nearly twice as much as STANDARD_IA.',
  source: 'https://aws.amazon.com/s3/pricing/',
  declaredAt: 'storage.replication',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: replicationRules,
  check: ({ rule: rules }) =>
    rules.flatMap(({ destination }, index) =>
      ['STANDARD', undefined].includes(destination.storage_class)
        ? [
            violation('keeps copies in the dearest class', {
              at: ['rule', index, 'destination', 'storage_class'],
              expected: 'STANDARD_IA or colder',
              received: destination.storage_class,
            }),
          ]
        : [],
    ),
});
