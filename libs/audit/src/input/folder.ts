import { type Document, readDocuments } from './documents.ts';
import type { NotRead, SourceFile } from './source-file.ts';

/** All that was read, by file. */
export interface Folder {
  readonly documents: readonly Document[];
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly notRead: readonly NotRead[];
}

const manifests = /\.(ya?ml|json)$/;

/** Reads each file of YAML or JSON. */
export function readFolder(files: readonly SourceFile[]): Folder {
  const read = files.filter(({ path }) => manifests.test(path)).map(readDocuments);
  return {
    documents: read.flatMap(({ documents }) => documents),
    files: new Map(files.map((file) => [file.path, file])),
    notRead: read.flatMap(({ notRead }) => notRead),
  };
}

/**
 * The file that a reference means, such as `$values/apps/velero/values.yaml` or `./values.yaml`: the one beside
 * its referrer, else the only one whose path ends so.
 */
export function referred(
  { files }: Folder,
  reference: string,
  referrer: string,
): SourceFile | undefined {
  const clean = reference.replace(/^\$\w+\//, '').replace(/^\/+/, '');
  const beside = files.get(joined(referrer.split('/').slice(0, -1), clean));
  if (beside) return beside;
  const tail = clean.replaceAll(/(^|\/)\.{1,2}(?=\/)/g, '').replace(/^\/+/, '');
  const ending = [...files.values()].filter(
    ({ path }) => path === tail || path.endsWith(`/${tail}`) || tail.endsWith(`/${path}`),
  );
  return ending.length === 1 ? ending[0] : undefined;
}

/** A path without `.` and `..`. */
export function joined(folder: readonly string[], path: string): string {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
