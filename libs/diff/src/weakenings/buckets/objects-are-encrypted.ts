import { protectionsOf, textIn } from '../../inside.ts';
import { rendered } from '../../guard.ts';

const algorithm = ['rule', 0, 'apply_server_side_encryption_by_default', 'sse_algorithm'] as const;

export const objectsAreEncrypted = rendered({
  id: 'buckets/objects-are-encrypted',
  absence: 'unsaid',
  guards: (files) =>
    protectionsOf(files, 'aws_s3_bucket_server_side_encryption_configuration', (value) =>
      textIn(value, ...algorithm).startsWith('aws:kms'),
    ),
  sentence: ({ names, before, after }) =>
    `Encryption with a key of the environment (${names}) is ${after} instead of ${before}.`,
});
