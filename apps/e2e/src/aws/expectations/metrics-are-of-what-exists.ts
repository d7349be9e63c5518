import { deepEqual, ok } from 'node:assert/strict';

import { ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { GetBucketLocationCommand, GetBucketReplicationCommand } from '@aws-sdk/client-s3';
import { monitoringServiceAccount } from '@resilience/config/names';

import { renderedObjects } from '../../apiserver/rendered-objects.ts';
import type { AwsClients } from '../clients.ts';
import type { Expectation } from '../expectation.ts';

interface Job {
  readonly name: string;
  readonly regions: readonly [string];
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
}

export const metricsAreOfWhatExists: Expectation = {
  what: 'the buckets, replication rules and event rules whose metrics are asked for are the applied ones',
  check: async (environment, aws) => {
    const jobs = jobsOf(environment.name);
    ok(jobs.length > 0);
    for (const { name, regions, dimensions } of jobs) {
      const values = Object.fromEntries(dimensions.map((each) => [each.name, each.value]));
      const exists = lookUps[name];
      if (!exists) throw new Error(`nobody knows where ${name} are`);
      await exists(values, regions[0], aws);
    }
  },
};

function jobsOf(environment: string): readonly Job[] {
  const found = renderedObjects(environment).find(
    ({ object }) =>
      object.kind === 'ConfigMap' && object.metadata.name === monitoringServiceAccount.name,
  );
  if (!found) throw new Error(`${environment} has no exporter of CloudWatch`);
  const { 'config.json': text } = found.object['data'] as { 'config.json': string };
  return (JSON.parse(text) as { static: readonly Job[] }).static;
}

type LookUp = (
  dimensions: Readonly<Record<string, string>>,
  region: string,
  aws: (region: string) => AwsClients,
) => Promise<void>;

const bucketExists: LookUp = async ({ BucketName }, region, aws) => {
  const command = new GetBucketLocationCommand({ Bucket: BucketName });
  const { LocationConstraint } = await aws(region).s3.send(command);
  // S3 has no word for its first region.
  deepEqual(LocationConstraint ?? 'us-east-1', region);
};

const ruleReplicates: LookUp = async ({ SourceBucket, DestinationBucket, RuleId }, region, aws) => {
  const command = new GetBucketReplicationCommand({ Bucket: SourceBucket });
  const { ReplicationConfiguration } = await aws(region).s3.send(command);
  const rule = ReplicationConfiguration?.Rules?.find(({ ID }) => ID === RuleId);
  deepEqual(rule?.Destination?.Bucket?.split(':::')[1], DestinationBucket);
};

const eventRuleExists: LookUp = async ({ RuleName }, region, aws) => {
  const command = new ListRulesCommand({ NamePrefix: RuleName });
  const { Rules = [] } = await aws(region).events.send(command);
  deepEqual(
    Rules.map(({ Name }) => Name),
    [RuleName],
  );
};

/** Where what a job is about is looked up. */
const lookUps: Readonly<Record<string, LookUp>> = {
  replication: ruleReplicates,
  'failed-replication': ruleReplicates,
  'bucket-size': bucketExists,
  requests: bucketExists,
  'key-events': eventRuleExists,
  notices: eventRuleExists,
};
