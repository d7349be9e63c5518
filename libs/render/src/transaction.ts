import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { RenderedFile } from './rendered-file.ts';

/** Where a folder is prepared, and where the old one waits: beside it, so that a rename is enough. */
const next = (folder: string): string => beside(folder, 'next');
const previous = (folder: string): string => beside(folder, 'previous');

const beside = (folder: string, suffix: string): string =>
  join(dirname(folder), `.${basename(folder)}-${suffix}`);

/**
 * Replaces any number of generated folders together: until `commit` no old file is touched, and a
 * commit that fails puts every old folder back.
 */
export class Transaction {
  readonly #folders: string[] = [];

  /**
   * Writes the files beside the old ones, where nothing reads them.
   *
   * @param folder what is replaced as a whole, such as an environment's `rendered`
   * @throws when two files have the same path, or the disk refuses
   */
  stage(folder: string, files: readonly RenderedFile[]): void {
    recover(folder);
    this.#folders.push(folder);
    const contents = byPath(files);
    for (const parent of new Set([...contents.keys()].map((path) => dirname(path)))) {
      mkdirSync(join(next(folder), parent), { recursive: true });
    }
    for (const [path, content] of contents) writeFileSync(join(next(folder), path), content);
  }

  /** Puts what was staged in the place of the old folders. */
  commit(): void {
    const moved: string[] = [];
    try {
      for (const folder of this.#folders) {
        setAside(folder);
        moved.push(folder);
        renameSync(next(folder), folder);
      }
    } catch (error) {
      moved.forEach(rollBack);
      this.discard();
      throw error;
    }
    for (const folder of this.#folders) remove(previous(folder));
  }

  /** Forgets what was staged. */
  discard(): void {
    for (const folder of this.#folders) remove(next(folder));
  }
}

/** Clears away what a render that was killed has left, without losing an old folder. */
function recover(folder: string): void {
  if (!existsSync(folder)) putBack(folder);
  remove(previous(folder));
  remove(next(folder));
}

function setAside(folder: string): void {
  if (existsSync(folder)) renameSync(folder, previous(folder));
}

function rollBack(folder: string): void {
  remove(folder);
  putBack(folder);
}

function putBack(folder: string): void {
  if (existsSync(previous(folder))) renameSync(previous(folder), folder);
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

function byPath(files: readonly RenderedFile[]): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { path, content } of files) {
    if (contents.has(path)) throw new Error(`two rendered files have the path ${path}`);
    contents.set(path, content);
  }
  return contents;
}
