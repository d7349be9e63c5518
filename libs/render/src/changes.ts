import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import type { RenderedFile } from './rendered-file.ts';

/** How one file of a rendered folder differs from what would be rendered now. */
export interface Change {
  readonly path: string;
  /** Undefined for a file that is new. */
  readonly before: string | undefined;
  /** Undefined for a file that is no longer rendered. */
  readonly after: string | undefined;
}

/** @param folder a `rendered` folder, which need not exist yet */
export function changesIn(folder: string, files: readonly RenderedFile[]): Change[] {
  const existing = new Set(filesBelow(folder));
  const written = files.flatMap(({ path, content }) => {
    const before = existing.delete(path) ? readFileSync(join(folder, path), 'utf8') : undefined;
    return before === content ? [] : [{ path, before, after: content }];
  });
  const removed = [...existing].map((path) => ({
    path,
    before: readFileSync(join(folder, path), 'utf8'),
    after: undefined,
  }));
  return [...written, ...removed].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
