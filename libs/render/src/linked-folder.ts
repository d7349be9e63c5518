import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { inScratchFolder } from './scratch-folder.ts';

/**
 * Lends a folder in which declarations can be loaded: its packages are those of a repository.
 *
 * @param root the repository's folder
 */
export const inLinkedFolder = <Result>(
  root: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> =>
  inScratchFolder(async (folder) => {
    const packages = join(folder, 'node_modules');
    symlinkSync(join(root, 'node_modules'), packages, 'junction');
    try {
      return await work(folder);
    } finally {
      // The link alone: nothing may follow it.
      rmSync(packages);
    }
  });
