import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging/index.js';
import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { BucketNames } from '@resilience/config/names';
import { Construct } from 'constructs';

import { logStorageCost } from '../costs.ts';
import { explain } from '../explain.ts';
import { logLifecycle } from '../lifecycle-rules.ts';
import { ofAccount } from '../policies/key.ts';
import { grant } from '../policies/statement.ts';
import { PrivateBucket } from './private-bucket.ts';

interface AccessLogsOptions {
  /** Of the bucket of the logs, which has to be in the region of the others. */
  readonly names: BucketNames;
  readonly retention: Duration;
  readonly sources: readonly PrivateBucket[];
}

/** Who asked for what in buckets of a region: S3 writes it down. */
export class AccessLogs extends Construct {
  constructor(
    scope: Construct,
    id: string,
    environment: Environment,
    { names, retention, sources }: AccessLogsOptions,
  ) {
    super(scope, id);
    // S3 can deliver logs only into buckets that its own key encrypts.
    const logs = new PrivateBucket(this, 'logs', {
      names,
      why: 'Holds the access logs: who read, wrote or deleted what.',
      cost: logStorageCost,
      lifecycle: logLifecycle(retention),
      statements: [
        grant(
          'DeliverLogs',
          { type: 'Service', identifiers: ['logging.s3.amazonaws.com'] },
          ['s3:PutObject'],
          {
            resources: [`${names.arn}/*`],
            condition: [
              {
                test: 'ArnLike',
                variable: 'aws:SourceArn',
                values: sources.map((source) => source.names.arn),
              },
              ofAccount(environment.aws.account),
            ],
          },
        ),
      ],
    });
    for (const { bucket, names: source } of sources) {
      explain(
        new S3BucketLoggingA(this, source.purpose, {
          bucket: bucket.id,
          targetBucket: logs.bucket.id,
          targetPrefix: `${source.bucket}/`,
          dependsOn: [logs.policy],
        }),
        'Sends the access logs of the bucket there.',
      );
    }
  }
}
