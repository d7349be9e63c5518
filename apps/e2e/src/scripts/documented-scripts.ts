import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { renderedRoot } from '../rendered-root.ts';

/**
 * Writes what each page of the documentation tells to type, block after block, as one script.
 *
 * @param folder where the scripts are put
 * @returns their names
 */
export function documentedScripts(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return globSync(['README.md', 'docs/**/*.md', 'environments/*/rendered/*.md'], {
    cwd: renderedRoot,
  }).flatMap((path) => {
    const blocks = shellBlocks(readFileSync(join(renderedRoot, path), 'utf8'));
    if (blocks.length === 0) return [];
    const name = `${path.replaceAll('/', '-')}.sh`;
    writeFileSync(join(folder, name), blocks.join(''));
    return [name];
  });
}

const shellBlocks = (page: string): string[] =>
  [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].map(([, block = '']) => block);
