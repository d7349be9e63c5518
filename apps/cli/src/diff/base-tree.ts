import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { inLinkedFolder } from '@resilience/render/linked-folder';

import { git } from '../git.ts';
import { refuse } from '../refusal.ts';

/** The environments of a commit, in a folder of their own. */
export interface BaseTree {
  /** As a repository's folder: declarations are in `environments` below it. */
  readonly folder: string;
  /** Writes what is rendered of environments, too. */
  readonly addRendered: (environments: readonly string[]) => void;
}

/**
 * Lends the declarations of a commit, which load the packages of the repository.
 *
 * @param root the repository's folder
 * @throws {Refusal} where git does not write them
 */
export const inBaseTree = <Result>(
  root: string,
  commit: string,
  work: (tree: BaseTree) => Promise<Result>,
): Promise<Result> =>
  inLinkedFolder(root, (folder) => {
    const checkout = new Checkout(root, folder);
    checkout.read(commit);
    checkout.write((file) => !isRendered.test(file));
    return work({
      folder,
      addRendered: (environments) => {
        const chosen = new Set(environments);
        checkout.write((file) => chosen.has(isRendered.exec(file)?.[1] ?? ''));
      },
    });
  });

const isRendered = /^([^/]+)\/rendered\//;

/** Files of a commit, by an index beside that of the repository, which stays as it is. */
class Checkout {
  readonly #folder: string;
  readonly #top: string;
  readonly #environments: string;

  constructor(root: string, folder: string) {
    this.#folder = folder;
    this.#top = git(root, 'rev-parse', '--show-toplevel') ?? root;
    this.#environments = `${git(root, 'rev-parse', '--show-prefix') ?? ''}environments`;
  }

  /** A commit without environments is an empty one. */
  read(commit: string): void {
    const tree = git(
      this.#top,
      'rev-parse',
      '--verify',
      '--quiet',
      `${commit}:${this.#environments}`,
    );
    this.#git(['read-tree', tree ?? '--empty']);
  }

  /** @param isWanted by the path below `environments` */
  write(isWanted: (file: string) => boolean): void {
    const files = this.#git(['ls-files', '-z']).split('\0').filter(Boolean).filter(isWanted);
    const prefix = `${join(this.#folder, 'environments')}/`;
    const input = files.map((file) => `${file}\0`).join('');
    this.#git(['checkout-index', '-z', '--stdin', `--prefix=${prefix}`], input);
  }

  #git(words: readonly string[], input = ''): string {
    const { status, stdout, stderr } = spawnSync('git', words, {
      cwd: this.#top,
      encoding: 'utf8',
      env: { ...process.env, GIT_INDEX_FILE: join(this.#folder, 'index') },
      input,
      maxBuffer: 1 << 28,
    });
    return status === 0 ? stdout : refuse(`git ${words[0]} ended with ${status}: ${stderr.trim()}`);
  }
}
