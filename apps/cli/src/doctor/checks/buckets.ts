import { isReplicated, ownsBucket } from '@resilience/config/environment';
import { replicaBucket } from '@resilience/config/names';
import { z } from 'zod';

import { AwsFailed, aws } from '../../aws/aws.ts';
import type { DoctorCheck, Found } from '../doctor-check.ts';

/** Milliseconds. */
const answerWithin = 30_000;

const versioning = z.object({ Status: z.string().optional() });

/** The bucket of the backups and, where there is one, its replica: there, and with versions. */
export const buckets: DoctorCheck = {
  group: 'AWS',
  name: 'buckets',
  examine: async ({ environment }) => {
    const { backups } = environment;
    const replica =
      ownsBucket(environment) && isReplicated(environment) ? [replicaBucket(environment)] : [];
    return Promise.all(
      [{ bucket: backups.bucket, region: backups.region }, ...replica].map(({ bucket, region }) =>
        examine(bucket, region),
      ),
    );
  },
};

async function examine(bucket: string, region: string): Promise<Found> {
  const subject = `bucket ${bucket}`;
  const words = ['s3api', 'get-bucket-versioning', '--bucket', bucket, '--region', region];
  try {
    const printed = (await aws([...words, '--output', 'json'], answerWithin)).toString();
    const { Status } = versioning.parse(JSON.parse(printed.trim() === '' ? '{}' : printed));
    return Status === 'Enabled'
      ? { subject, state: 'ok', found: `in ${region}, with versions` }
      : {
          subject,
          state: 'wrong',
          found: 'keeps no versions: what is overwritten is lost',
          fix: 'apply the stack that makes it: docs/guides/first-deployment.md',
        };
  } catch (error) {
    if (!(error instanceof AwsFailed)) throw error;
    const isMissing = error.said.includes('NoSuchBucket');
    return {
      subject,
      state: isMissing ? 'wrong' : 'unknown',
      found: isMissing ? `is not in ${region}` : error.message,
      fix: isMissing
        ? 'apply the stack that makes it: docs/guides/first-deployment.md'
        : 'log in with a role that may read the configuration of the bucket',
    };
  }
}
