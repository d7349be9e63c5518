import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { replaceFile } from './replace-file.ts';

/** A file that people write, before and after. */
export interface Replacement {
  /** From the repository's root. */
  readonly file: string;
  /** Undefined for a file that is new. */
  readonly before: string | undefined;
  /** Undefined for a file that is taken away. */
  readonly after: string | undefined;
}

/**
 * Changes files that people write, all or none: where one cannot be changed, those that were are put back.
 *
 * @param root the repository's folder
 * @throws when a file is no longer what it was, or the disk refuses
 */
export function replaceFiles(root: string, replacements: readonly Replacement[]): void {
  for (const { file, before } of replacements) {
    if (contentOf(join(root, file)) !== before) {
      throw new Error(`${file} was changed by somebody else: nothing was written`);
    }
  }
  const done: (() => void)[] = [];
  try {
    for (const replacement of replacements) done.push(replace(root, replacement));
  } catch (error) {
    for (const undo of done.toReversed()) undo();
    throw error;
  }
}

const contentOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

/** @returns what puts the file back */
function replace(root: string, { file, before, after }: Replacement): () => void {
  const path = join(root, file);
  if (after === undefined) {
    rmSync(path);
    const folders = removeEmpty(root, dirname(file));
    return () => {
      for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
      if (before !== undefined) writeFileSync(path, before);
    };
  }
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, after);
  return () => {
    if (before !== undefined) replaceFile(path, before);
    else {
      rmSync(path);
      removeEmpty(root, dirname(file));
    }
  };
}

/** @returns the folders that had become empty, the innermost first */
function removeEmpty(root: string, folder: string): string[] {
  if (folder === '.') return [];
  try {
    rmdirSync(join(root, folder));
  } catch {
    return [];
  }
  return [folder, ...removeEmpty(root, dirname(folder))];
}
