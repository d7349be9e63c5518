import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a folder, without what Terraform installs there: providers of some hundred megabytes.
 *
 * @param folder which need not exist
 * @returns paths from the folder on, with `/`
 */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return [entry.name];
    if (!entry.isDirectory() || entry.name === '.terraform') return [];
    return filesBelow(join(folder, entry.name)).map((path) => `${entry.name}/${path}`);
  });
}
