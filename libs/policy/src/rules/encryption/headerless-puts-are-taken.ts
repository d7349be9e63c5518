import { ofMountedBuckets } from '../../detect/buckets.ts';
import { statements, document, hasCondition } from '../../detect/statements.ts';
import { rule, violation } from '../../rule.ts';

export const headerlessPutsAreTaken = rule({
  id: 'encryption/headerless-puts-are-taken',
  severity: 'error',
  why: 'Kopia sends no encryption headers: a bucket policy that demands them stops every copy of files.',
  source: 'https://github.com/vmware-tanzu/velero/issues/6082',
  declaredAt: 'apps/aws',
  appliesTo: (rendered) =>
    ofMountedBuckets('aws_s3_bucket_policy')(rendered).flatMap(
      (policy) => document(rendered, policy, 'policy') ?? [],
    ),
  shape: statements,
  check: ({ statement }) =>
    statement.flatMap((one, index) =>
      one.effect === 'Deny' && hasCondition(one, /^s3:x-amz-server-side-encryption/)
        ? [
            violation('refuses what kopia writes', {
              at: ['statement', index],
              expected: 'no condition on encryption headers',
              received: one.condition,
            }),
          ]
        : [],
    ),
});
