import { inside, protectionsOf } from '../../inside.ts';
import { rendered } from '../../guard.ts';

export const objectsAreVersioned = rendered({
  id: 'buckets/objects-are-versioned',
  absence: 'unsaid',
  guards: (files) =>
    protectionsOf(
      files,
      'aws_s3_bucket_versioning',
      (value) => inside(value, 'versioning_configuration', 'status') === 'Enabled',
    ),
  sentence: ({ names, before, after }) =>
    `Versioning of objects (${names}) is ${after} instead of ${before}.`,
});
