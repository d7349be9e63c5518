import fc from 'fast-check';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import {
  accessLogBucket,
  archiveBucket,
  backupBucket,
  backupReaders,
  breakGlassRole,
  breakGlassRule,
  evidenceBucket,
  evidenceLogBucket,
  hasDrRegion,
  keyInDangerRule,
  keyRules,
  replicaBucket,
  replicationRole,
  stateBucket,
  stateLogBucket,
  veleroRole,
} from '../src/names.ts';
import { parse } from '../src/parse.ts';
import { regionsOf } from '../src/regions.ts';
import { primaryEnvironment, replicaDeclaration } from './fixtures/declarations.ts';
import { loneDeclaration } from './fixtures/places.ts';

const word = fc.stringMatching(/^[a-z]([-a-z0-9]{0,17}[a-z0-9])?$/);
const longWord = fc.stringMatching(/^[a-z][-a-z0-9]{10,17}[a-z0-9]$/);
const { partition } = loneDeclaration().aws;
const region = fc.constantFrom(...regionsOf(partition));

const declarations = fc
  .record({
    name: fc.oneof(word, longWord),
    organisation: fc.oneof(word, longWord),
    region,
    drRegion: region,
  })
  .map(({ region: home, drRegion, ...named }) => ({
    ...loneDeclaration(),
    ...named,
    aws: { account: '123456789012', partition, region: home, drRegion },
  }));

test('names stay within what S3, IAM and EventBridge take, for every declaration that is valid', () => {
  const valid = declarations.map((declared) => parse(declared)).filter(({ ok }) => ok);
  fc.assert(
    fc.property(valid, (parsed) => {
      if (!parsed.ok) throw new TypeError('not valid');
      const { declaration } = parsed;
      if (!hasDrRegion(declaration)) throw new TypeError('no DR region');
      const buckets = [
        backupBucket(declaration),
        replicaBucket(declaration),
        archiveBucket(declaration),
        evidenceBucket(declaration),
        accessLogBucket(declaration, declaration.aws.region),
        evidenceLogBucket(declaration),
        stateBucket(declaration, declaration.aws.drRegion),
        stateLogBucket(declaration, declaration.aws.drRegion),
      ];
      for (const { bucket } of buckets) expect(bucket).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/);
      const roles = [
        ...backupReaders(declaration),
        breakGlassRole(declaration),
        replicationRole(declaration),
      ];
      for (const { name } of roles) expect(name.length).toBeLessThanOrEqual(64);
      const rules = [
        ...(['backups', 'archive', 'volumes', 'password'] as const).flatMap((purpose) =>
          Object.values(keyRules(declaration, purpose)),
        ),
        breakGlassRule(declaration),
        keyInDangerRule(declaration),
      ];
      for (const rule of some(rules)) expect(rule.length).toBeLessThanOrEqual(64);
    }),
  );
});

test.each([
  ['fill a rule of EventBridge', 'x'.repeat(9), 'x'.repeat(19), true],
  ['are one letter too long', 'x'.repeat(10), 'x'.repeat(19), false],
])('an organisation and a name %s', (_, organisation, name, ok) => {
  expect(parse({ ...loneDeclaration(name), organisation }).ok).toBe(ok);
});

test('whoever mounts a replica makes no rules of EventBridge, and may be called longer', () => {
  const [organisation, name] = ['x'.repeat(16), 'x'.repeat(19)];
  expect(parse({ ...replicaDeclaration(name), organisation }).ok).toBe(true);
  expect(parse({ ...replicaDeclaration(name), organisation: 'x'.repeat(17) }).ok).toBe(false);
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
  expect(hasDrRegion(declaration) && replicaBucket(declaration).bucket).toBe(
    'acme-primary-backups-eu-central-1',
  );
  expect(backupBucket(primaryEnvironment()).bucket).toBe('acme-primary-backups-eu-west-1');
});
