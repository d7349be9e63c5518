import { days } from '@resilience/config/duration';
import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import type { CompleteInput } from '@resilience/config/declaration';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthAws } from '../src/synth.ts';
import { namesOf, resource, statement, statements, synthesised } from './synthesised.ts';

type BucketStorage = CompleteInput['storage'] & { kind: 'bucket' };

const stacks = synthesised(primaryEnvironment());
const edited = (edit: (storage: BucketStorage) => void) =>
  synthesised(
    primaryEnvironment(({ storage }) => {
      if (storage.kind === 'bucket') edit(storage);
    }),
  );

/** Each bucket by its stack and the path in it. */
const encrypted = [
  ['backup-storage', 'backups_storage', 'backups_encryption'],
  ['backup-replica', 'replica_storage', 'replica_encryption'],
  ['backup-replica', 'archive_storage', 'archive_encryption'],
  ['evidence-store', 'reports', 'encryption'],
] as const;
const all = [
  ...encrypted,
  ['backup-storage', 'access_logs', undefined],
  ['backup-replica', 'access_logs', undefined],
  ['bootstrap', 'state', undefined],
  ['bootstrap', 'access_logs', undefined],
  ['bootstrap-dr-region', 'state', undefined],
  ['bootstrap-dr-region', 'access_logs', undefined],
  ['evidence-store', 'access_logs', undefined],
] as const;

test('an environment has the stacks that its storage needs, in the order to apply them', () => {
  expect(Object.keys(stacks)).toEqual([
    'bootstrap',
    'evidence-store',
    'bootstrap-dr-region',
    'backup-replica',
    'backup-storage',
    'access',
  ]);
  expect(Object.keys(synthesised(replicaEnvironment()))).toEqual([
    'bootstrap',
    'evidence-store',
    'access',
  ]);
});

test('nothing of a synthesis is kept, and the next one is the same', () => {
  expect(synthesised(primaryEnvironment())).toEqual(stacks);
  expect(Reflect.get(globalThis, '__cdktfTokenMap')).toMatchObject({ stringTokenMap: new Map() });
});

test.each(encrypted)(
  '%s: %s encrypts by default with a rotated key of its own',
  (stack, id, key) => {
    expect(
      resource(
        stacks[stack],
        `aws_s3_bucket_server_side_encryption_configuration.${id}_default-encryption`,
      ),
    ).toMatchObject({
      rule: [
        {
          bucket_key_enabled: true,
          apply_server_side_encryption_by_default: {
            sse_algorithm: 'aws:kms',
            kms_master_key_id: `\${aws_kms_key.${key}_key.arn}`,
          },
        },
      ],
    });
    expect(resource(stacks[stack], `aws_kms_key.${key}_key`)).toMatchObject({
      enable_key_rotation: true,
      rotation_period_in_days: 365,
      deletion_window_in_days: 30,
      lifecycle: { prevent_destroy: true },
    });
  },
);

test.each(all)('%s: %s is versioned, private and cannot be destroyed', (stack, id) => {
  expect(resource(stacks[stack], `aws_s3_bucket_versioning.${id}_versioning`)).toMatchObject({
    versioning_configuration: { status: 'Enabled' },
  });
  expect(
    resource(stacks[stack], `aws_s3_bucket_public_access_block.${id}_public-access`),
  ).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
  expect(resource(stacks[stack], `aws_s3_bucket_ownership_controls.${id}_ownership`)).toMatchObject(
    { rule: { object_ownership: 'BucketOwnerEnforced' } },
  );
  expect(resource(stacks[stack], `aws_s3_bucket.${id}_bucket`)).toMatchObject({
    lifecycle: { prevent_destroy: true },
  });
});

test.each(all)(
  '%s: %s refuses requests without TLS 1.2, and none for a missing header',
  (stack, id) => {
    const denied = statements(stacks[stack], `${id}_policy-document`).filter(({ sid }) =>
      sid?.startsWith('Deny'),
    );
    expect(denied.map(({ sid, condition }) => [sid, condition])).toEqual([
      ['DenyPlaintext', [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }]],
      [
        'DenyOutdatedTls',
        [{ test: 'NumericLessThan', variable: 's3:TlsVersion', values: ['1.2'] }],
      ],
    ]);
  },
);

test.each([
  ['backup-storage', 'eu-west-1', ['backups']],
  ['backup-replica', 'eu-central-1', ['backups', 'archive']],
])('%s writes down who asked for what, once S3 may deliver it', (stack, region, purposes) => {
  expect(namesOf(stacks[stack], 'aws_s3_bucket_logging')).toEqual(
    purposes.map((purpose) => `access_${purpose}`),
  );
  expect(resource(stacks[stack], 'aws_s3_bucket_logging.access_backups')).toMatchObject({
    target_bucket: '${aws_s3_bucket.access_logs_bucket.id}',
    target_prefix: `acme-primary-backups-${region}/`,
    depends_on: ['aws_s3_bucket_policy.access_logs_policy'],
  });
  expect(statement(stacks[stack], 'access_logs_policy-document', 'DeliverLogs')).toMatchObject({
    principals: [{ type: 'Service', identifiers: ['logging.s3.amazonaws.com'] }],
    condition: [
      { values: purposes.map((purpose) => `arn:aws:s3:::acme-primary-${purpose}-${region}`) },
      { variable: 'aws:SourceAccount', values: ['123456789012'] },
    ],
  });
});

test('each stack keeps its state, locked by S3, in the region of its resources', () => {
  expect(Object.values(stacks).map(({ terraform }) => terraform['backend'])).toEqual(
    [
      ['bootstrap', 'eu-west-1'],
      ['evidence-store', 'eu-west-1'],
      ['bootstrap-dr-region', 'eu-central-1'],
      ['backup-replica', 'eu-central-1'],
      ['backup-storage', 'eu-west-1'],
      ['access', 'eu-west-1'],
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

test('the block of Terraform holds blocks alone, or checkov would read nothing of a stack', () => {
  for (const { terraform } of some(Object.values(stacks))) {
    expect(Object.values(terraform).filter((value) => typeof value !== 'object')).toEqual([]);
  }
  expect(synthAws(primaryEnvironment()).map(({ terraformVersion }) => terraformVersion)).toEqual(
    Object.values(stacks).map(() => '>= 1.10.0'),
  );
});

test('credentials of another account are refused, and both major versions of the provider serve', () => {
  for (const { provider, terraform } of some(Object.values(stacks))) {
    for (const aws of some(provider.aws))
      expect(aws['allowed_account_ids']).toEqual(['123456789012']);
    expect(terraform['required_providers']).toMatchObject({
      aws: { version: '>= 5.100.0, < 7.0.0' },
    });
  }
});

test.each([
  ['backup-storage', 'backups_storage'],
  ['backup-replica', 'replica_storage'],
  ['backup-replica', 'archive_storage'],
] as const)('%s: %s is locked only where that is declared', (stack, id) => {
  const locked = edited((storage) => {
    storage.objectLock = { mode: 'governance', retention: days(60) };
  });
  expect(resource(locked[stack], `aws_s3_bucket.${id}_bucket`)).toMatchObject({
    object_lock_enabled: true,
  });
  expect(
    resource(locked[stack], `aws_s3_bucket_object_lock_configuration.${id}_object-lock`),
  ).toMatchObject({ rule: { default_retention: { mode: 'GOVERNANCE', days: 60 } } });
  expect(resource(stacks[stack], `aws_s3_bucket.${id}_bucket`)).not.toHaveProperty(
    'object_lock_enabled',
  );
  expect(namesOf(stacks[stack], 'aws_s3_bucket_object_lock_configuration')).toEqual([]);
});

test('evidence is always locked, as declared', () => {
  expect(
    resource(
      stacks['evidence-store'],
      'aws_s3_bucket_object_lock_configuration.reports_object-lock',
    ),
  ).toMatchObject({ rule: { default_retention: { mode: 'GOVERNANCE', days: 365 } } });
});

test('an archive is there only where it is declared', () => {
  const without = edited((storage) => {
    storage.archive = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  });
  expect(namesOf(stacks['backup-replica'], 'aws_s3_bucket')).toContain('archive_storage_bucket');
  expect(namesOf(without['backup-replica'], 'aws_s3_bucket')).toEqual([
    'replica_storage_bucket',
    'access_logs_bucket',
  ]);
});

test('new volumes are encrypted in both regions, unless somebody else sees to it', () => {
  for (const stack of ['backup-storage', 'backup-replica']) {
    expect(resource(stacks[stack], 'aws_ebs_encryption_by_default.volumes_by-default')).toEqual({
      enabled: true,
    });
    expect(resource(stacks[stack], 'aws_ebs_default_kms_key.volumes_default-key')).toEqual({
      key_arn: '${aws_kms_key.volumes_encryption_key.arn}',
    });
  }
  const elsewhere = edited((storage) => {
    storage.encryption.newVolumes = { encrypted: 'elsewhere', reason: 'The landing zone does it.' };
  });
  for (const stack of ['backup-storage', 'backup-replica']) {
    expect(namesOf(elsewhere[stack], 'aws_ebs_encryption_by_default')).toEqual([]);
    expect(namesOf(elsewhere[stack], 'aws_ebs_default_kms_key')).toEqual([]);
  }
});
