import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces one file as a whole: who reads it sees the old one or the new one.
 *
 * @throws when the disk refuses; the old file is left as it was
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const next = join(dirname(path), `.${basename(path)}-next`);
  try {
    writeFileSync(next, content);
    renameSync(next, path);
  } finally {
    rmSync(next, { force: true });
  }
}
