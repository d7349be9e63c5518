import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { aws, awsJson } from '../aws/aws.ts';

/** A place that reports lie in: a bucket, or a copy of one. */
export interface EvidenceSource {
  /** Paths of all files below `drills/` and `recoveries/`. */
  readonly list: () => Promise<string[]>;
  readonly read: (path: string) => Promise<Buffer>;
}

export const sourceOf = (place: string): EvidenceSource =>
  place.startsWith('s3://') ? bucketSource(place.slice(5).replace(/\/+$/, '')) : folder(place);

/** What leaves reports: rehearsals, and what is no rehearsal. */
const kinds = ['drills', 'recoveries'];

const folder = (root: string): EvidenceSource => ({
  list: () =>
    Promise.resolve(
      kinds
        .map((kind) => join(root, kind))
        .filter((path) => existsSync(path))
        .flatMap((path) => readdirSync(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
    ),
  read: (path) => readFile(join(root, path)),
});

const bucketSource = (bucket: string): EvidenceSource => ({
  list: async () => (await Promise.all(kinds.map((kind) => keysOf(bucket, `${kind}/`)))).flat(),
  read: (path) => aws(['s3', 'cp', `s3://${bucket}/${path}`, '-']),
});

async function keysOf(bucket: string, prefix: string): Promise<string[]> {
  const words = ['s3api', 'list-objects-v2', '--bucket', bucket, '--prefix', prefix];
  const { Contents = [] } = await awsJson(words);
  return Contents.map(({ Key }) => Key);
}
