import { gunzipSync } from 'node:zlib';

import { GetObjectCommand } from '@aws-sdk/client-s3';

import { type Manifest, succeeded } from '../apiserver/client.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Installed } from './overlay.ts';

interface Results {
  /** All that was said. */
  readonly text: string;
  readonly warnings: number;
  readonly errors: number;
}

interface Counted extends Manifest {
  readonly status?: { readonly warnings?: number; readonly errors?: number };
}

/**
 * What Velero wrote of a backup or restore into the bucket, as `velero restore describe` shows it. That asks for a
 * signed address, whose rights moto cannot check.
 */
export async function resultsOf(
  { client, aws, installed }: Cluster,
  object: Manifest,
): Promise<Results> {
  const { name } = object.metadata;
  const Key =
    object.kind === 'Restore'
      ? `restores/${name}/restore-${name}-results.gz`
      : `backups/${name}/${name}-results.gz`;
  const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket: bucketOf(installed), Key }));
  const text = gunzipSync((await Body?.transformToByteArray()) ?? '').toString('utf8');
  const { status } = succeeded(await client.request('GET', await client.pathOf(object))) as Counted;
  return { text, warnings: status?.warnings ?? 0, errors: status?.errors ?? 0 };
}

interface Location extends Manifest {
  readonly spec: { readonly objectStorage: { readonly bucket: string } };
}

const bucketOf = ({ objects }: Installed): string =>
  (objects.find(({ kind }) => kind === 'BackupStorageLocation') as Location).spec.objectStorage
    .bucket;
