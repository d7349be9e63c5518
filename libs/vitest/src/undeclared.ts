import { existsSync, statSync } from 'node:fs';
import { relative } from 'node:path';

import type { OpenedFile } from './opened-files.ts';
import { repositoryRoot } from './repository-root.ts';

/**
 * Files of the repository that were looked at, and are no inputs. A folder that was listed has all of its files for
 * inputs, and something of each folder in it; a file that is not there is one, too, as it changes what is done when
 * it comes.
 *
 * @param known the files of the repository, without what Git ignores
 * @returns paths from the root
 */
export function undeclared(
  opened: readonly OpenedFile[],
  known: readonly string[],
  isInput: (path: string) => boolean,
): string[] {
  const looked = opened.flatMap(({ look, path: full }) => {
    const path = relative(repositoryRoot, full);
    if (look === 'file') return isFolder(full) ? [] : [path];
    const below = known.filter((file) => path === '' || file.startsWith(`${path}/`));
    return look === 'tree' ? below : listed(path, below, isInput);
  });
  return [...new Set(looked)].filter((path) => path !== '' && !isInput(path)).toSorted();
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The files of a folder, and of each folder in it one, which is an input where there is any. */
function listed(
  path: string,
  below: readonly string[],
  isInput: (path: string) => boolean,
): string[] {
  const byEntry = Map.groupBy(
    below,
    (file) => file.slice(path.length && path.length + 1).split('/', 1)[0],
  );
  return [...byEntry.values()].flatMap((files) => files.find(isInput) ?? files.slice(0, 1));
}
