import { protectionsOf } from '../../inside.ts';
import { rendered } from '../../guard.ts';
import { inside } from '../../inside.ts';

const switches = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];

export const publicAccessIsBlocked = rendered({
  id: 'buckets/public-access-is-blocked',
  absence: 'unsaid',
  guards: (files) =>
    protectionsOf(files, 'aws_s3_bucket_public_access_block', (value) =>
      switches.every((key) => inside(value, key) === true),
    ),
  sentence: ({ names, before, after }) =>
    `The block of public access (${names}) is ${after} instead of ${before}.`,
});
