import { cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

import { type Replacement, replaceFiles } from './replace-files.ts';
import { inScratchFolder } from './scratch-folder.ts';

/** Folders that no declaration is in. */
const leftOut = new Set(['rendered', 'node_modules']);

const isCopied = (file: string): boolean =>
  file.startsWith('environments/') && !file.split('/').some((part) => leftOut.has(part));

/**
 * Lends a copy of the declarations of a repository, in which changes are tried: what is rendered is not in it,
 * and the packages are those of the repository.
 *
 * @param root the repository's folder
 */
export const inScratchRepository = <Result>(
  root: string,
  changes: readonly Replacement[],
  work: (folder: string) => Promise<Result>,
): Promise<Result> =>
  inScratchFolder(async (folder) => {
    const environments = join(root, 'environments');
    if (existsSync(environments)) {
      cpSync(environments, join(folder, 'environments'), {
        recursive: true,
        filter: (path) => !leftOut.has(basename(path)),
      });
    }
    const packages = join(folder, 'node_modules');
    symlinkSync(join(root, 'node_modules'), packages, 'junction');
    try {
      replaceFiles(
        folder,
        changes.filter(({ file }) => isCopied(file)),
      );
      return await work(folder);
    } finally {
      // The link alone: nothing may follow it.
      rmSync(packages);
    }
  });
