import fc from 'fast-check';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import {
  accessLogBucket,
  archiveBucket,
  backupBucket,
  backupReaders,
  breakGlassRole,
  evidenceBucket,
  evidenceLogBucket,
  keyRules,
  replicaBucket,
  replicationRole,
  stateBucket,
  stateLogBucket,
  veleroRole,
} from '../src/names.ts';
import { aws } from '../src/schema/aws.ts';
import { shortName } from '../src/schema/scalars.ts';
import { primaryEnvironment } from './fixtures/declarations.ts';

const isRegion = (region: string): boolean =>
  aws.safeParse({ account: '123456789012', partition: 'aws', region, drRegion: region }).success;

const word = fc.stringMatching(/^[a-z]([-a-z0-9]{0,17}[a-z0-9])?$/);
const region = fc.stringMatching(/^[a-z]{2}-[a-z]{1,24}-[0-9]$/).filter((name) => isRegion(name));

const identities = fc.record({
  name: word,
  organisation: word,
  aws: fc.record({
    account: fc.constant('123456789012'),
    partition: fc.constantFrom('aws', 'aws-us-gov', 'aws-cn'),
    region,
    drRegion: region,
  }),
});

test('names stay within what S3, IAM and EventBridge take, for every declaration that is valid', () => {
  fc.assert(
    fc.property(identities, (identity) => {
      expect(shortName.safeParse(identity.name).success).toBe(true);
      const buckets = [
        backupBucket(identity),
        replicaBucket(identity),
        archiveBucket(identity),
        evidenceBucket(identity),
        accessLogBucket(identity, identity.aws.region),
        evidenceLogBucket(identity),
        stateBucket(identity, identity.aws.region),
        stateLogBucket(identity, identity.aws.region),
      ];
      for (const { bucket } of buckets) expect(bucket).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
      const roles = [
        ...backupReaders(identity),
        breakGlassRole(identity),
        replicationRole(identity),
      ];
      for (const { name } of roles) expect(name.length).toBeLessThanOrEqual(64);
      const rules = (['backups', 'archive', 'volumes', 'password'] as const).flatMap((purpose) =>
        Object.values(keyRules(identity, purpose)),
      );
      for (const rule of some(rules)) expect(rule.length).toBeLessThanOrEqual(64);
    }),
  );
});

test('the longest names fill a bucket, and a region that leaves no room is refused', () => {
  const [long, longest] = ['x'.repeat(19), 'ap-southeast-2'];
  const identity = {
    name: long,
    organisation: long,
    aws: { account: '123456789012', partition: 'aws', region: longest, drRegion: longest },
  } as const;
  expect(evidenceBucket(identity).bucket).toHaveLength(63);
  expect([isRegion(longest), isRegion('ap-southeastern-2')]).toEqual([true, false]);
});

test('an ARN names its partition and account', () => {
  const identity = {
    name: 'production',
    organisation: 'acme',
    aws: {
      account: '123456789012',
      partition: 'aws-us-gov',
      region: 'us-gov-west-1',
      drRegion: 'us-gov-east-1',
    },
  } as const;
  expect(replicaBucket(identity)).toEqual({
    purpose: 'backups',
    bucket: 'acme-production-backups-us-gov-east-1',
    arn: 'arn:aws-us-gov:s3:::acme-production-backups-us-gov-east-1',
    region: 'us-gov-east-1',
    keyAlias: 'alias/acme-production-backups-us-gov-east-1',
    keyAliasArn:
      'arn:aws-us-gov:kms:us-gov-east-1:123456789012:alias/acme-production-backups-us-gov-east-1',
  });
  expect(veleroRole(identity).arn).toBe(
    'arn:aws-us-gov:iam::123456789012:role/acme-production-velero',
  );
});

test('an adopted bucket keeps its name, and everything else is derived', () => {
  const declaration = primaryEnvironment((declared) => {
    if (declared.storage.kind === 'bucket') declared.storage.adopts = 'old-velero';
  });
  expect(backupBucket(declaration)).toMatchObject({
    bucket: 'old-velero',
    arn: 'arn:aws:s3:::old-velero',
    keyAlias: 'alias/acme-primary-backups-eu-west-1',
  });
  expect(declaration.backups.bucket).toBe('old-velero');
  expect(replicaBucket(declaration).bucket).toBe('acme-primary-backups-eu-central-1');
  expect(backupBucket(primaryEnvironment()).bucket).toBe('acme-primary-backups-eu-west-1');
});
