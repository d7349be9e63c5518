import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

import { Refusal } from '../refusal.ts';

/** A place that reports lie in: a bucket, or a copy of one. */
export interface EvidenceSource {
  /** Paths of all files below `drills/` and `recoveries/`. */
  readonly list: () => Promise<string[]>;
  readonly read: (path: string) => Promise<Buffer>;
}

/** The program that operators have could not do it. */
class AwsFailed extends Refusal {}

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
  const listed = (await aws([...words, '--output', 'json'])).toString();
  // Nothing at all is printed where there is nothing.
  if (listed.trim() === '') return [];
  const { Contents = [] }: { Contents?: readonly { readonly Key: string }[] } = JSON.parse(listed);
  return Contents.map(({ Key }) => Key);
}

const run = promisify(execFile);
const limit = 64 * 1024 ** 2;

/** @throws {AwsFailed} with what the program said, or that it is not there */
async function aws(words: readonly string[]): Promise<Buffer> {
  try {
    const { stdout } = await run('aws', words, { encoding: 'buffer', maxBuffer: limit });
    return stdout;
  } catch (error) {
    throw new AwsFailed(explain(error, words), { cause: error });
  }
}

function explain(error: unknown, words: readonly string[]): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') {
    return 'the program aws is not there: install the AWS command line, or pass a folder by --from';
  }
  const said = 'stderr' in error ? String(error.stderr).trim() : '';
  return `aws ${words.slice(0, 2).join(' ')}: ${said === '' ? error.message : said}`;
}
