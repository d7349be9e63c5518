import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { RenderedFile } from './rendered-file.ts';

const rendered = 'rendered';
const next = '.rendered-next';
const previous = '.rendered-previous';

/**
 * Replaces the `rendered` folders of any number of environments together: until `commit` no old
 * file is touched, and a commit that fails puts every old folder back.
 */
export class Transaction {
  readonly #folders: string[] = [];

  /**
   * Writes the files beside the old ones, where nothing reads them.
   *
   * @param folder the environment's folder
   * @throws when two files have the same path, or the disk refuses
   */
  stage(folder: string, files: readonly RenderedFile[]): void {
    recover(folder);
    this.#folders.push(folder);
    const contents = byPath(files);
    for (const parent of new Set([...contents.keys()].map((path) => dirname(path)))) {
      mkdirSync(join(folder, next, parent), { recursive: true });
    }
    for (const [path, content] of contents) writeFileSync(join(folder, next, path), content);
  }

  /** Puts what was staged in the place of the old folders. */
  commit(): void {
    const moved: string[] = [];
    try {
      for (const folder of this.#folders) {
        setAside(folder);
        moved.push(folder);
        renameSync(join(folder, next), join(folder, rendered));
      }
    } catch (error) {
      moved.forEach(rollBack);
      this.discard();
      throw error;
    }
    for (const folder of this.#folders) remove(join(folder, previous));
  }

  /** Forgets what was staged. */
  discard(): void {
    for (const folder of this.#folders) remove(join(folder, next));
  }
}

/** Clears away what a render that was killed has left, without losing an old folder. */
function recover(folder: string): void {
  if (!existsSync(join(folder, rendered))) putBack(folder);
  remove(join(folder, previous));
  remove(join(folder, next));
}

function setAside(folder: string): void {
  if (existsSync(join(folder, rendered))) {
    renameSync(join(folder, rendered), join(folder, previous));
  }
}

function rollBack(folder: string): void {
  remove(join(folder, rendered));
  putBack(folder);
}

function putBack(folder: string): void {
  if (existsSync(join(folder, previous))) {
    renameSync(join(folder, previous), join(folder, rendered));
  }
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
