import { z } from 'zod';

import type { Rendered, RenderedObject, Selector } from '../rendered.ts';
import { referred } from './references.ts';

const named = z.looseObject({ bucket: z.string() });

/** The bucket that a resource is, or is about; undefined for what has none. */
export function bucketName(rendered: Rendered, object: RenderedObject): string | undefined {
  const { data } = named.safeParse(object.value);
  const target = referred(rendered, object, data?.bucket);
  return target ? named.safeParse(target.value).data?.bucket : data?.bucket;
}

/** The resource of a kind that is about a bucket, such as its versioning. */
export const attached = (
  rendered: Rendered,
  bucket: RenderedObject,
  kind: string,
): RenderedObject | undefined =>
  rendered
    .of(kind)
    .find(
      (object) => referred(rendered, object, named.safeParse(object.value).data?.bucket) === bucket,
    );

export const replicationRules = z.looseObject({
  rule: z.array(
    z.looseObject({
      id: z.string(),
      destination: z.looseObject({ bucket: z.string(), storage_class: z.string().optional() }),
    }),
  ),
});

/** Where replication copies to, with the class that copies have there. */
export const destinations = (rendered: Rendered): { name: string; storageClass: string }[] =>
  rendered
    .of('aws_s3_bucket_replication_configuration')
    .flatMap(({ value }) => replicationRules.safeParse(value).data?.rule ?? [])
    .map(({ destination }) => ({
      name: destination.bucket.split(':').at(-1) ?? '',
      storageClass: destination.storage_class ?? 'STANDARD',
    }));

const location = z.looseObject({
  spec: z.looseObject({
    objectStorage: z.looseObject({ bucket: z.string(), prefix: z.string().optional() }),
  }),
});

/** What the keys of all backups begin with: empty, or a folder with a slash at its end. */
export function backupPrefix(rendered: Rendered): string {
  const [prefix = ''] = rendered
    .of('velero.io/BackupStorageLocation')
    .flatMap(({ value }) => location.safeParse(value).data?.spec.objectStorage.prefix ?? []);
  return prefix === '' ? '' : `${prefix}/`;
}

/** Buckets that Velero reads, here or in another region. */
export function mountedBuckets(rendered: Rendered): ReadonlySet<string> {
  return new Set([
    ...rendered
      .of('velero.io/BackupStorageLocation')
      .flatMap(({ value }) => location.safeParse(value).data?.spec.objectStorage.bucket ?? []),
    ...destinations(rendered)
      .filter(({ storageClass }) => !unreadable.has(storageClass))
      .map(({ name }) => name),
  ]);
}

/** Classes whose objects have to be thawed before they can be read. */
export const unreadable: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** Resources of a kind that are about buckets which Velero reads. */
export const ofMountedBuckets =
  (kind: string): Selector =>
  (rendered) => {
    const mounted = mountedBuckets(rendered);
    return rendered.of(kind).filter((object) => mounted.has(bucketName(rendered, object) ?? ''));
  };

/** Buckets with backups or evidence: all but those of access logs and of Terraform's state. */
export const dataBuckets: Selector = (rendered) =>
  ownBuckets(rendered).filter((bucket) => !bucket.name.startsWith('bootstrap'));

/** Buckets that something else than S3's access logs is written to. */
export const ownBuckets: Selector = (rendered) => {
  const logs = new Set(
    rendered
      .of('aws_s3_bucket_logging')
      .map((object) =>
        referred(rendered, object, logging.safeParse(object.value).data?.target_bucket),
      ),
  );
  return rendered.of('aws_s3_bucket').filter((bucket) => !logs.has(bucket));
};

export const logging = z.looseObject({ target_bucket: z.string() });
