import { kind } from '../../rendered.ts';
import { attached, bucketName, replicationRules } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const replicasHaveALifecycle = rule({
  id: 'retention/replicas-have-a-lifecycle',
  severity: 'error',
  why: 'Deletions by a lifecycle are not replicated: without one of its own a replica only grows.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html',
  declaredAt: 'storage.replication',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: replicationRules,
  check: ({ rule: rules }, { rendered }) =>
    rules.flatMap(({ destination }, index) => {
      const name = destination.bucket.split(':').at(-1);
      const bucket = rendered
        .of('aws_s3_bucket')
        .find((candidate) => bucketName(rendered, candidate) === name);
      if (bucket && attached(rendered, bucket, 'aws_s3_bucket_lifecycle_configuration')) return [];
      return [
        violation('copies to a bucket that only grows', {
          at: ['rule', index, 'destination', 'bucket'],
          expected: `a lifecycle of ${name}`,
          received: undefined,
        }),
      ];
    }),
});
