import { equal } from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { GetObjectCommand } from '@aws-sdk/client-s3';
import { type DrillReport, drillReport } from '@resilience/config/drill-report';
import { evidenceBucket } from '@resilience/config/names';

import type { Cluster } from '../cluster.ts';
import { stepOf, type Workflow } from './workflow.ts';

/** Reads the report that a run left. @throws where there is none, or its checksum is not its own */
export async function reportOf(
  cluster: Cluster,
  { metadata, status }: Workflow,
): Promise<DrillReport> {
  const outputs = stepOf(status, 'leave-evidence')?.outputs?.parameters;
  const key = outputs?.find(({ name }) => name === 'report')?.value;
  if (key === undefined) throw new Error(`${metadata.name} left no report`);
  const [text, checksum] = [await read(cluster, key), await read(cluster, `${key}.sha256`)];
  equal(checksum.split(' ')[0], createHash('sha256').update(text).digest('hex'));
  return drillReport.parse(JSON.parse(text));
}

/** @throws where something that was declared was not looked at, or not as it has to be */
export function assertVerified({ services, outcome }: DrillReport): void {
  const unwell = services.flatMap(({ service, checks }) =>
    checks.length === 0
      ? [`${service} was not looked at`]
      : checks
          .filter(({ verified }) => !verified)
          .map(({ check, detail }) => `${service}: ${check}: ${detail}`),
  );
  equal(unwell.join('\n'), '');
  equal(outcome, 'succeeded');
}

async function read({ aws, environment }: Cluster, key: string): Promise<string> {
  const { bucket } = evidenceBucket(environment);
  const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}
