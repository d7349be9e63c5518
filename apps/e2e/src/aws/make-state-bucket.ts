import { type BucketLocationConstraint, CreateBucketCommand } from '@aws-sdk/client-s3';

import { awsClients } from './clients.ts';
import { configurationOf } from './overrides.ts';

/** Makes the bucket that a stack keeps its state in, as `aws s3 mb` does before the first `terraform init`. */
export async function makeStateBucket(folder: string, endpoint: string): Promise<void> {
  const { bucket, region } = configurationOf(folder).terraform.backend.s3;
  await awsClients(endpoint, region).s3.send(
    new CreateBucketCommand({
      Bucket: bucket,
      // The region that S3 began in has no name here.
      ...(region !== 'us-east-1' && {
        CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
      }),
    }),
  );
}
