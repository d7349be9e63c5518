import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging/index.js';
import type { BucketEnvironment } from '@resilience/config/environment';
import { accessLogBucket } from '@resilience/config/names';
import { Construct } from 'constructs';

import { logStorageCost } from '../costs.ts';
import { explain } from '../explain.ts';
import { logLifecycle } from '../lifecycle-rules.ts';
import { ofAccount } from '../policies/key.ts';
import { grant } from '../policies/statement.ts';
import { PrivateBucket } from './private-bucket.ts';
import { regionOf } from './region-stack.ts';

/** Who asked for what in a region's buckets of backups: S3 writes it down. */
export class AccessLogs extends Construct {
  constructor(
    scope: Construct,
    id: string,
    environment: BucketEnvironment,
    sources: readonly PrivateBucket[],
  ) {
    super(scope, id);
    const names = accessLogBucket(environment, regionOf(this));
    // S3 can deliver logs only into buckets that its own key encrypts.
    const logs = new PrivateBucket(this, 'logs', {
      names,
      why: 'Holds the access logs: who read, wrote or deleted which backup.',
      cost: logStorageCost,
      lifecycle: logLifecycle(environment.storage.accessLogs.retention),
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
