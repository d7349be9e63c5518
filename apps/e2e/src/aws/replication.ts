import {
  CopyObjectCommand,
  DeleteObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

/** A bucket, and who speaks to S3 in its region. */
export interface Bucket {
  readonly s3: S3Client;
  readonly bucket: string;
}

/** What is in a bucket: each object by its name, with its checksum. */
export async function objectsOf({ s3, bucket }: Bucket): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    for (const { Key = '', ETag = '' } of Contents) found.set(Key, ETag);
  }
  return found;
}

/** Does what S3 does by itself where replication is on, which moto does not. */
export async function replicate(from: Bucket, to: Bucket): Promise<void> {
  for (const Key of (await objectsOf(from)).keys()) {
    const CopySource = encodeURI(`${from.bucket}/${Key}`);
    await to.s3.send(new CopyObjectCommand({ Bucket: to.bucket, Key, CopySource }));
  }
}

export async function emptyBucket({ s3, bucket }: Bucket): Promise<void> {
  for (const Key of (await objectsOf({ s3, bucket })).keys()) {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  }
}
