import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { RenderedFile } from './rendered-file.ts';

/**
 * Makes a folder with files in it, that only its owner may read.
 *
 * @throws when there is something by that name already, or the disk refuses
 */
export function writeNewFolder(folder: string, files: readonly RenderedFile[]): void {
  mkdirSync(folder, { mode: 0o700 });
  for (const { path, content } of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), content, { mode: 0o600 });
  }
}
