import { days } from '@resilience/config/duration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { expect, test } from 'vitest';

import { only, statements, synthesised } from './synthesised.ts';

const stacks = synthesised(primaryEnvironment());
const both = ['backup-storage', 'backup-replica'];

test('an environment with a replicated bucket has three stacks, one that mounts a replica has one', () => {
  expect(Object.keys(stacks)).toEqual(['backup-replica', 'backup-storage', 'velero-access']);
  expect(Object.keys(synthesised(replicaEnvironment()))).toEqual(['velero-access']);
});

test('nothing of a synthesis is kept, and the next one is the same', () => {
  expect(synthesised(primaryEnvironment())).toEqual(stacks);
  expect(Reflect.get(globalThis, '__cdktfTokenMap')).toMatchObject({ stringTokenMap: new Map() });
});

test.each(both)('%s encrypts by default with a rotated key of its own', (stack) => {
  expect(only(stacks[stack], 'aws_s3_bucket_server_side_encryption_configuration')).toMatchObject({
    rule: [
      {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: {
          sse_algorithm: 'aws:kms',
          kms_master_key_id: expect.stringMatching(/^\$\{aws_kms_key\..*\.arn\}$/),
        },
      },
    ],
  });
  expect(only(stacks[stack], 'aws_kms_key')).toMatchObject({
    enable_key_rotation: true,
    rotation_period_in_days: 365,
    deletion_window_in_days: 30,
  });
});

test.each(both)(
  '%s is versioned, private, owned by the account and cannot be destroyed',
  (stack) => {
    expect(only(stacks[stack], 'aws_s3_bucket_versioning')).toMatchObject({
      versioning_configuration: { status: 'Enabled' },
    });
    expect(only(stacks[stack], 'aws_s3_bucket_public_access_block')).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(only(stacks[stack], 'aws_s3_bucket_ownership_controls')).toMatchObject({
      rule: { object_ownership: 'BucketOwnerEnforced' },
    });
    for (const type of ['aws_s3_bucket', 'aws_kms_key']) {
      expect(only(stacks[stack], type)).toMatchObject({ lifecycle: { prevent_destroy: true } });
    }
  },
);

test.each([
  ['backup-storage', 'backups'],
  ['backup-replica', 'replica'],
])('%s refuses requests without TLS 1.2, and none for a missing header', (stack, id) => {
  const found = statements(stacks[stack], `${id}_policy-document`);
  expect(found.map(({ sid, condition }) => [sid, condition])).toEqual([
    ['DenyPlaintext', [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }]],
    ['DenyOutdatedTls', [{ test: 'NumericLessThan', variable: 's3:TlsVersion', values: ['1.2'] }]],
  ]);
});

test.each(both)('%s ages backups, and never expires or archives the packs of kopia', (stack) => {
  const { rule } = only(stacks[stack], 'aws_s3_bucket_lifecycle_configuration') as {
    rule: { filter: [{ prefix: string }]; transition?: object; expiration?: [{ days?: number }] }[];
  };
  expect(rule).toMatchObject([
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
  const touchingKopia = rule.filter(({ filter }) => 'kopia/'.startsWith(filter[0].prefix));
  expect(touchingKopia.map(({ transition, expiration }) => [transition, expiration])).toEqual([
    [undefined, [{ expired_object_delete_marker: true }]],
  ]);
});

test('each stack keeps its state, locked by S3, in the region of its resources', () => {
  expect(Object.values(stacks).map(({ terraform }) => terraform['backend'])).toEqual(
    [
      ['backup-replica', 'eu-central-1'],
      ['backup-storage', 'eu-west-1'],
      ['velero-access', 'eu-west-1'],
    ].map(([stack, region]) => ({
      s3: {
        bucket: `acme-primary-tfstate-${region}`,
        key: `${stack}.tfstate`,
        region,
        encrypt: true,
        use_lockfile: true,
      },
    })),
  );
});

test('credentials of another account are refused, and both major versions of the provider serve', () => {
  for (const { provider, terraform } of Object.values(stacks)) {
    for (const aws of provider.aws) expect(aws['allowed_account_ids']).toEqual(['123456789012']);
    expect(terraform['required_providers']).toMatchObject({
      aws: { version: '>= 5.100.0, < 7.0.0' },
    });
  }
});

test('objects are locked only where that is declared', () => {
  const locked = synthesised(
    primaryEnvironment((declaration) => {
      if (declaration.storage.kind !== 'bucket') return;
      declaration.storage.objectLock = { mode: 'governance', retention: days(60) };
    }),
  );
  expect(only(locked['backup-storage'], 'aws_s3_bucket')).toMatchObject({
    object_lock_enabled: true,
  });
  expect(only(locked['backup-storage'], 'aws_s3_bucket_object_lock_configuration')).toMatchObject({
    rule: { default_retention: { mode: 'GOVERNANCE', days: 60 } },
  });
  expect(only(stacks['backup-storage'], 'aws_s3_bucket')).not.toHaveProperty('object_lock_enabled');
  expect(stacks['backup-storage']?.resource).not.toHaveProperty(
    'aws_s3_bucket_object_lock_configuration',
  );
});
