import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { Change } from './changes.ts';
import { filesBelow } from './files-below.ts';
import { isRendered } from './notice.ts';

/** Where new files wait, and where old ones are kept until all are replaced: beside the folder, so that a rename is enough. */
const next = (folder: string): string => beside(folder, 'next');
const previous = (folder: string): string => beside(folder, 'previous');

const beside = (folder: string, suffix: string): string =>
  join(dirname(folder), `.${basename(folder)}-${suffix}`);

/**
 * Changes any number of generated folders together: until `commit` no old file is touched, and a
 * commit that fails puts every old file back. Files that no change names stay where they are.
 */
export class Transaction {
  readonly #staged = new Map<string, readonly Change[]>();

  /**
   * Writes the new files beside the folder, where nothing reads them.
   *
   * @param folder what holds the changed files, such as an environment's `rendered`
   * @throws when two changes have the same path, a new file does not say that it is rendered, or the disk refuses
   */
  stage(folder: string, changes: readonly Change[]): void {
    const known = new Set<string>();
    for (const { path, after } of changes) {
      if (known.has(path)) throw new Error(`two rendered files have the path ${path}`);
      known.add(path);
      if (after !== undefined && !isRendered(after)) {
        throw new Error(`${path} does not say in its first lines that it is rendered`);
      }
    }
    remove(next(folder));
    this.#staged.set(folder, changes);
    for (const { path, after } of changes) {
      if (after !== undefined) write(join(next(folder), path), after);
    }
  }

  /** Puts what was staged in its place. */
  commit(): void {
    const done: (() => void)[] = [];
    try {
      for (const [folder, changes] of this.#staged) {
        for (const change of changes) replace(folder, change, done);
      }
    } catch (error) {
      for (const undo of done.toReversed()) undo();
      for (const folder of this.#staged.keys()) remove(previous(folder));
      this.discard();
      throw error;
    }
    for (const [folder, changes] of this.#staged) {
      for (const { path, after } of changes) {
        if (after === undefined) removeEmpty(folder, dirname(path));
      }
      remove(previous(folder));
    }
    this.discard();
  }

  /** Forgets what was staged. */
  discard(): void {
    for (const folder of this.#staged.keys()) remove(next(folder));
  }
}

/** Puts back what a render that was killed while it committed had moved away. */
export function recover(folder: string): void {
  for (const path of filesBelow(previous(folder))) {
    move(join(previous(folder), path), join(folder, path));
  }
  remove(previous(folder));
}

/** @param done takes what undoes each step */
function replace(folder: string, { path, before, after }: Change, done: (() => void)[]): void {
  const file = join(folder, path);
  const old = join(previous(folder), path);
  if (before !== undefined) {
    move(file, old);
    done.push(() => move(old, file));
  }
  if (after === undefined) return;
  done.push(() => removeEmpty(folder, dirname(path)));
  move(join(next(folder), path), file);
  done.push(() => rmSync(file));
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** Removes a folder that has become empty, and those above it that then are, too. */
function removeEmpty(root: string, folder: string): void {
  const place = join(root, folder);
  if (!existsSync(place) || readdirSync(place).length > 0) return;
  remove(place);
  if (folder !== '.') removeEmpty(root, dirname(folder));
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });
