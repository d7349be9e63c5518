import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import type { Environment } from '@resilience/config/environment';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { bucketSize } from '../../src/exporters/cloudwatch/bucket-size.ts';
import { cloudwatchJobs } from '../../src/exporters/cloudwatch/jobs.ts';
import { staticJob } from '../../src/exporters/cloudwatch/static-job.ts';
import { synthesised } from '../synthesised.ts';

/** Metric, region and dimensions of everything that is asked for. */
const asked = (environment: Environment): string[] =>
  cloudwatchJobs(environment).flatMap(({ metrics, regions, dimensions }) =>
    metrics.map(({ name }) =>
      [name, regions.join(), ...dimensions.map(({ value }) => value)].join(' '),
    ),
  );

const source = 'acme-primary-backups-eu-west-1';
const replica = 'acme-primary-backups-eu-central-1';
const rule = `${source} ${replica} disaster-recovery`;

test('replication is asked for in the region that S3 tells of it in', () => {
  expect(asked(primaryEnvironment()).filter((line) => line.includes('Replication'))).toEqual([
    `ReplicationLatency eu-central-1 ${rule}`,
    `OperationsPendingReplication eu-central-1 ${rule}`,
    `OperationsFailedReplication eu-west-1 ${rule}`,
  ]);
});

test('who mounts a replica asks for that alone, in its own region', () => {
  expect(asked(replicaEnvironment())).toEqual([
    `ReplicationLatency eu-central-1 ${rule}`,
    `OperationsPendingReplication eu-central-1 ${rule}`,
    `BucketSizeBytes eu-central-1 ${replica} StandardStorage`,
    `BucketSizeBytes eu-central-1 ${replica} StandardIAStorage`,
    `BucketSizeBytes eu-central-1 ${replica} GlacierInstantRetrievalStorage`,
    `4xxErrors eu-central-1 ${replica} EntireBucket`,
    `5xxErrors eu-central-1 ${replica} EntireBucket`,
    'MatchedEvents eu-central-1 acme-primary-backups-key-taken-away',
    'FailedInvocations eu-central-1 acme-primary-backups-key-taken-away',
    'MatchedEvents eu-central-1 acme-primary-backups-key-given-back',
    'FailedInvocations eu-central-1 acme-primary-backups-key-given-back',
    'MatchedEvents eu-central-1 acme-primary-password-key-taken-away',
    'FailedInvocations eu-central-1 acme-primary-password-key-taken-away',
    'MatchedEvents eu-central-1 acme-primary-password-key-given-back',
    'FailedInvocations eu-central-1 acme-primary-password-key-given-back',
  ]);
});

test('every event rule is asked whether its events are delivered, in each region', () => {
  const rules = asked(primaryEnvironment()).flatMap(
    (line) => /^FailedInvocations (.*)$/.exec(line)?.[1] ?? [],
  );
  const everywhere = ['resilience-alarms-key-in-danger', 'resilience-alarms-break-glass-used'];
  const keys = ['backups', 'password', 'volumes'].flatMap((key) => [
    `${key}-key-taken-away`,
    `${key}-key-given-back`,
  ]);
  expect(rules.toSorted()).toEqual(
    [
      ...[...everywhere, ...keys].map((name) => `eu-west-1 acme-primary-${name}`),
      ...[...everywhere, ...keys, 'archive-key-taken-away', 'archive-key-given-back'].map(
        (name) => `eu-central-1 acme-primary-${name}`,
      ),
    ].toSorted(),
  );
});

const alone = primaryEnvironment(({ storage }) => {
  if (storage.kind !== 'bucket') return;
  storage.replication = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  storage.archive = { to: 'nowhere', reason: 'It is only a rehearsal.' };
  storage.encryption.newVolumes = { encrypted: 'elsewhere', reason: 'Others see to it.' };
});

test('who copies nowhere asks only for its bucket and the key of it', () => {
  expect([...new Set(asked(alone).map((line) => line.split(' ')[1]))]).toEqual(['eu-west-1']);
  expect(asked(alone).filter((line) => line.startsWith('MatchedEvents'))).toEqual([
    'MatchedEvents eu-west-1 acme-primary-backups-key-taken-away',
    'MatchedEvents eu-west-1 acme-primary-backups-key-given-back',
    'MatchedEvents eu-west-1 acme-primary-password-key-taken-away',
    'MatchedEvents eu-west-1 acme-primary-password-key-given-back',
  ]);
  expect(asked(alone).filter((line) => line.includes('Replication'))).toEqual([]);
});

test('every key that is guarded is asked after, in its region', () => {
  const takenAway = asked(primaryEnvironment()).filter((line) =>
    /^MatchedEvents .*taken-away$/.test(line),
  );
  expect(takenAway.toSorted()).toEqual([
    'MatchedEvents eu-central-1 acme-primary-archive-key-taken-away',
    'MatchedEvents eu-central-1 acme-primary-backups-key-taken-away',
    'MatchedEvents eu-central-1 acme-primary-password-key-taken-away',
    'MatchedEvents eu-central-1 acme-primary-volumes-key-taken-away',
    'MatchedEvents eu-west-1 acme-primary-backups-key-taken-away',
    'MatchedEvents eu-west-1 acme-primary-password-key-taken-away',
    'MatchedEvents eu-west-1 acme-primary-volumes-key-taken-away',
  ]);
});

test('nothing is asked for twice, and nothing looks back less far than it sums up', () => {
  const jobs = cloudwatchJobs(primaryEnvironment());
  const lines = asked(primaryEnvironment());
  expect(lines).toEqual([...new Set(lines)]);
  for (const { period, length } of some(jobs.flatMap(({ metrics }) => metrics))) {
    expect(length).toBeGreaterThanOrEqual(period);
  }
});

test('a metric is asked for by all its dimensions', () => {
  const watched = { name: 'size', region: 'eu-west-1', dimensions: { BucketName: source } };
  expect(() => staticJob(watched, [bucketSize])).toThrow(
    'BucketSizeBytes has the dimensions BucketName,StorageType, not BucketName',
  );
});

test('the exporter is told so, and reads CloudWatch by a role of its own', () => {
  const objects = synthesised(primaryEnvironment());
  const { data } = objects['ConfigMap/resilience-cloudwatch'] ?? {};
  expect(JSON.parse(data?.['config.json'] ?? '')).toEqual({
    apiVersion: 'v1alpha1',
    'sts-region': 'eu-west-1',
    static: cloudwatchJobs(primaryEnvironment()),
  });
  expect(objects['ServiceAccount/resilience-cloudwatch']?.metadata.annotations).toEqual({
    'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/acme-primary-monitoring',
  });
});

test('who is told something else starts anew', () => {
  const specs = [primaryEnvironment(), alone].map(
    (environment) => synthesised(environment)['Deployment/resilience-cloudwatch']?.spec,
  );
  const checksums = specs.map(
    (spec) => /"checksum\/configuration":"(\w+)"/.exec(JSON.stringify(spec))?.[1],
  );
  expect(checksums[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(checksums[1]).not.toBe(checksums[0]);
});
