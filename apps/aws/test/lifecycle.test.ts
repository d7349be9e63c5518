import { primaryEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { resource, synthesised } from './synthesised.ts';

const stacks = synthesised(primaryEnvironment());

interface LifecycleRule {
  readonly id: string;
  readonly filter: [{ prefix: string }];
  readonly transition?: object;
  readonly expiration?: [{ days?: number; expired_object_delete_marker?: boolean }];
}

const lifecycleOf = (stack: string, id: string): LifecycleRule[] =>
  Reflect.get(
    resource(stacks[stack], `aws_s3_bucket_lifecycle_configuration.${id}_lifecycle`),
    'rule',
  );

test.each([
  ['backup-storage', 'backups_storage'],
  ['backup-replica', 'replica_storage'],
])('%s ages backups', (stack, id) => {
  expect(lifecycleOf(stack, id)).toMatchObject([
    {
      filter: [{ prefix: 'backups/' }],
      transition: [
        { days: 30, storage_class: 'STANDARD_IA' },
        { days: 90, storage_class: 'GLACIER_IR' },
      ],
      expiration: [{ days: 400 }],
    },
    { filter: [{ prefix: 'restores/' }], expiration: [{ days: 400 }] },
    {
      filter: [{ prefix: '' }],
      noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    },
  ]);
});

test.each([
  ['backup-storage', 'backups_storage'],
  ['backup-replica', 'replica_storage'],
  ['backup-replica', 'archive_storage'],
])('%s: %s never expires or moves the packs of kopia', (stack, id) => {
  const touchingKopia = lifecycleOf(stack, id).filter(({ filter }) =>
    'kopia/'.startsWith(filter[0].prefix),
  );
  expect(touchingKopia.map(({ transition, expiration }) => [transition, expiration])).toEqual([
    [undefined, [{ expired_object_delete_marker: true }]],
  ]);
});

test.each(['backup-storage', 'backup-replica'])(
  '%s forgets its access logs as declared',
  (stack) => {
    expect(lifecycleOf(stack, 'access_logs')[0]).toMatchObject({ expiration: [{ days: 90 }] });
  },
);
