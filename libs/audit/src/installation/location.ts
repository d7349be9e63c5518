import { z } from 'zod';

import { objectAt, textAt } from '../input/plain.ts';
import { isOpen } from '../input/variables.ts';
import { tolerate, type WrongType } from '../input/tolerate.ts';
import type { Found } from '../objects/found.ts';

const text = z.string({ error: 'a text' }).optional();
const config = z
  .record(z.string(), z.string({ error: 'a text' }), { error: 'texts by their keys' })
  .optional();

const shape = z.looseObject({
  spec: z
    .looseObject({
      provider: text,
      accessMode: text,
      default: z.boolean({ error: 'true or false' }).optional(),
      objectStorage: z
        .looseObject({ bucket: text, prefix: text }, { error: 'a bucket and a prefix' })
        .optional(),
      config,
      credential: z.looseObject({ name: text, key: text }, { error: 'a reference' }).optional(),
    })
    .optional(),
});

/** Where a bucket is, as far as its address says so. */
type Site =
  /** Amazon S3, or the object store of another cloud. */
  | { readonly kind: 'cloud'; readonly cloud: string; readonly region: string | undefined }
  /** In the very cluster that is backed up. */
  | { readonly kind: 'cluster'; readonly host: string }
  /** A server of somebody's own, at a place that is not written. */
  | { readonly kind: 'own'; readonly host: string };

/** A BackupStorageLocation. */
export interface Location {
  readonly found: Found;
  readonly name: string;
  /** Such as `aws`, without the prefix `velero.io/`. */
  readonly provider: string | undefined;
  readonly bucket: string | undefined;
  readonly prefix: string | undefined;
  readonly region: string | undefined;
  readonly s3Url: string | undefined;
  readonly kmsKeyId: string | undefined;
  readonly readOnly: boolean;
  readonly isDefault: boolean;
  readonly site: Site;
  readonly config: Readonly<Record<string, string>>;
  readonly credential: string | undefined;
  readonly wrong: readonly WrongType[];
}

/** @param namespaces of the cluster, as far as they are known */
export function locationOf(found: Found, namespaces: ReadonlySet<string>): Location {
  const { data, wrong } = tolerate(shape, found.value);
  const { provider, accessMode, objectStorage, config: set = {}, credential } = data.spec ?? {};
  const region = closed(set['region']);
  const s3Url = filled(set['s3Url']);
  const short = provider?.replace(/^velero\.io\//, '');
  return {
    found,
    name: found.name,
    provider: short,
    bucket: filled(objectStorage?.bucket),
    prefix: filled(objectStorage?.prefix),
    region,
    s3Url,
    kmsKeyId: filled(set['kmsKeyId']),
    readOnly: accessMode === 'ReadOnly',
    isDefault: data.spec?.default === true,
    site: siteOf({ provider: short, region, s3Url }, namespaces),
    config: set,
    credential: filled(credential?.name),
    wrong,
  };
}

/** What another program fills in is not known. */
const closed = (value: string | undefined): string | undefined =>
  value !== undefined && isOpen(value) ? undefined : filled(value);

const filled = (value: string | undefined): string | undefined => value || undefined;

/** Object stores of clouds that speak S3, by the end of their host's name. */
const s3Clouds: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)amazonaws\.com(\.cn)?$/, 'aws'],
  [/\.digitaloceanspaces\.com$/, 'digitalocean'],
  [/\.backblazeb2\.com$/, 'backblaze'],
  [/\.r2\.cloudflarestorage\.com$/, 'cloudflare'],
  [/\.wasabisys\.com$/, 'wasabi'],
  [/(^|\.)storage\.googleapis\.com$/, 'gcp'],
  [/\.cloud\.ovh\.(net|us)$/, 'ovh'],
  [/\.io\.cloud\.ovh\.net$/, 'ovh'],
  [/\.scw\.cloud$/, 'scaleway'],
  [/\.linodeobjects\.com$/, 'linode'],
  [/\.vultrobjects\.com$/, 'vultr'],
  [/\.your-objectstorage\.com$/, 'hetzner'],
  [/\.aliyuncs\.com$/, 'alibaba'],
  [/\.oraclecloud\.com$/, 'oracle'],
  [/\.exo\.io$/, 'exoscale'],
  [/\.cloud-object-storage\.appdomain\.cloud$/, 'ibm'],
];

interface Address {
  readonly provider: string | undefined;
  readonly region: string | undefined;
  readonly s3Url: string | undefined;
}

function siteOf({ provider, region, s3Url }: Address, namespaces: ReadonlySet<string>): Site {
  if (s3Url === undefined) {
    const known = provider === 'aws' ? region : undefined;
    return { kind: 'cloud', cloud: provider ?? 'unknown', region: known };
  }
  if (isOpen(s3Url)) return { kind: 'own', host: s3Url };
  const host = hostOf(s3Url);
  const [, cloud] = s3Clouds.find(([pattern]) => pattern.test(host)) ?? [];
  if (cloud !== undefined) return { kind: 'cloud', cloud, region: regionIn(host) ?? region };
  return isService(host, namespaces) ? { kind: 'cluster', host } : { kind: 'own', host };
}

/** `minio`, `minio.storage` of a namespace `storage`, `minio.storage.svc`: names that only the cluster resolves. */
function isService(host: string, namespaces: ReadonlySet<string>): boolean {
  if (/\.svc(\.|$)|\.cluster\.local$/.test(host)) return true;
  const [, namespace, ...others] = host.split('.');
  if (namespace === undefined) return host !== 'localhost';
  return others.length === 0 && namespaces.has(namespace);
}

const regionIn = (host: string): string | undefined =>
  /^(?:s3[.-])?([a-z]{2,}[a-z-]*-?\d*|[a-z]{3}\d)\./.exec(host)?.[1];

function hostOf(url: string): string {
  const [, host = ''] = /^(?:[a-z]+:\/\/)?([^/:]+)/i.exec(url) ?? [];
  return host.toLowerCase();
}

/** A VolumeSnapshotLocation. */
export interface SnapshotLocation {
  readonly found: Found;
  readonly name: string;
  readonly provider: string | undefined;
  readonly region: string | undefined;
}

export const snapshotLocationOf = (found: Found): SnapshotLocation => ({
  found,
  name: found.name,
  provider: textAt(found.value, 'spec', 'provider')?.replace(/^velero\.io\//, ''),
  region: closed(textAt(objectAt(found.value, 'spec', 'config'), 'region')),
});
