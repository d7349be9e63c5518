import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { aws, awsJson } from '../aws/aws.ts';

/** A place that reports lie in: a bucket, or a copy of one. */
export interface EvidenceSource {
  /** All files below `drills/` and `recoveries/`. */
  readonly list: () => Promise<readonly EvidenceFile[]>;
  readonly read: (path: string) => Promise<Buffer>;
}

export interface EvidenceFile {
  readonly path: string;
  /** Milliseconds since 1970 at which it was left there. */
  readonly leftAt: number;
}

/** @param answerWithin milliseconds in which AWS has to answer each request; 0 waits for ever */
export const sourceOf = (place: string, answerWithin = 0): EvidenceSource =>
  place.startsWith('s3://')
    ? bucketSource(place.slice(5).replace(/\/+$/, ''), answerWithin)
    : folder(place);

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
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => ({
          path: relative(root, file).replaceAll(sep, '/'),
          leftAt: statSync(file).mtimeMs,
        })),
    ),
  read: (path) => readFile(join(root, path)),
});

const bucketSource = (bucket: string, answerWithin: number): EvidenceSource => ({
  list: async () =>
    (await Promise.all(kinds.map((kind) => filesIn(bucket, `${kind}/`, answerWithin)))).flat(),
  read: (path) => aws(['s3', 'cp', `s3://${bucket}/${path}`, '-'], answerWithin),
});

async function filesIn(
  bucket: string,
  prefix: string,
  answerWithin: number,
): Promise<EvidenceFile[]> {
  const words = ['s3api', 'list-objects-v2', '--bucket', bucket, '--prefix', prefix];
  const { Contents = [] } = await awsJson(words, answerWithin);
  return Contents.map(({ Key, LastModified = '' }) => ({
    path: Key,
    leftAt: Date.parse(LastModified) || 0,
  }));
}
