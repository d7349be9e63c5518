import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';

import type { FaultStage } from './fault.ts';

type Bucket = Pick<FaultStage, 'aws' | 'bucket'>;

export async function keysOf({ aws, bucket }: Bucket, prefix: string): Promise<string[]> {
  const { Contents = [] } = await aws.s3.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }),
  );
  return Contents.flatMap(({ Key }) => Key ?? []);
}

/** Puts something else in the place of an object. @returns what was there */
export async function alter(
  at: Bucket,
  key: string,
  change: (content: Buffer) => Uint8Array,
): Promise<Buffer> {
  const object = { Bucket: at.bucket, Key: key };
  const { Body } = await at.aws.s3.send(new GetObjectCommand(object));
  const content = Buffer.from((await Body?.transformToByteArray()) ?? []);
  await at.aws.s3.send(new PutObjectCommand({ ...object, Body: change(content) }));
  return content;
}

export async function put({ aws, bucket }: Bucket, key: string, content: Buffer): Promise<void> {
  await aws.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
}

export async function removeAll(at: Bucket, prefix: string): Promise<void> {
  for (const Key of await keysOf(at, prefix)) {
    await at.aws.s3.send(new DeleteObjectCommand({ Bucket: at.bucket, Key }));
  }
}

/** Turns bits of a few bytes in the middle over. */
export const flipped = (content: Buffer): Buffer => {
  const altered = Buffer.from(content);
  const middle = Math.floor(content.length / 2);
  for (let at = middle; at < Math.min(middle + 8, content.length); at += 1) {
    altered[at] = (altered[at] ?? 0) ^ 0x55;
  }
  return altered;
};

export const halved = (content: Buffer): Buffer =>
  content.subarray(0, Math.floor(content.length / 2));
