import { cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import { inLinkedFolder } from './linked-folder.ts';
import { type Replacement, replaceFiles } from './replace-files.ts';

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
  inLinkedFolder(root, (folder) => {
    const environments = join(root, 'environments');
    if (existsSync(environments)) {
      cpSync(environments, join(folder, 'environments'), {
        recursive: true,
        filter: (path) => !leftOut.has(basename(path)),
      });
    }
    replaceFiles(
      folder,
      changes.filter(({ file }) => isCopied(file)),
    );
    return work(folder);
  });
