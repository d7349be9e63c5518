import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const encryptedObjectsAreReplicated = rule({
  id: 'encryption/encrypted-objects-are-replicated',
  severity: 'error',
  why: 'S3 leaves objects under SSE-KMS out of replication unless they are selected, and says nothing.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
  declaredAt: 'storage.replication',
  appliesTo: kind('aws_s3_bucket_replication_configuration'),
  shape: z.looseObject({
    rule: z.array(
      z.looseObject({
        source_selection_criteria: z
          .looseObject({ sse_kms_encrypted_objects: z.looseObject({ status: z.string() }) })
          .optional(),
      }),
    ),
  }),
  check: ({ rule: rules }) =>
    rules.flatMap(({ source_selection_criteria: criteria }, index) =>
      criteria?.sse_kms_encrypted_objects.status === 'Enabled'
        ? []
        : [
            violation('leaves encrypted objects where they are', {
              at: ['rule', index],
              expected: 'sse_kms_encrypted_objects Enabled',
              received: criteria,
            }),
          ],
    ),
});
