import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { filesBelow } from './files-below.ts';
import { isRendered } from './notice.ts';
import type { RenderedFile } from './rendered-file.ts';

/** How one file of a rendered folder differs from what would be rendered now. */
export interface Change {
  readonly path: string;
  /** Undefined for a file that is new. */
  readonly before: string | undefined;
  /** Undefined for a file that is no longer rendered. */
  readonly after: string | undefined;
}

/**
 * Compares what is rendered with what a folder holds. Files that rendering did not write, such as the
 * state or the lock file that Terraform leaves beside a stack, are no change.
 *
 * @param folder a `rendered` folder, which need not exist yet
 */
export function changesIn(folder: string, files: readonly RenderedFile[]): Change[] {
  const existing = new Set(filesBelow(folder));
  const written = files.flatMap(({ path, content }) => {
    const before = existing.delete(path) ? read(folder, path) : undefined;
    return before === content ? [] : [{ path, before, after: content }];
  });
  const removed = [...existing].flatMap((path) => {
    const before = read(folder, path);
    return isRendered(before) ? [{ path, before, after: undefined }] : [];
  });
  return [...written, ...removed].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
