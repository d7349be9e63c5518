import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { programRoot } from '@resilience/fixtures/program-root';

/** A repository that declares nothing, with the packages that are installed here. */
export function emptyRepository(files: Readonly<Record<string, string>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'resilience-repository-')));
  symlinkSync(join(programRoot, 'node_modules'), join(root, 'node_modules'));
  cpSync(join(programRoot, '.oxfmtrc.json'), join(root, '.oxfmtrc.json'));
  const all = {
    'environments/package.json': '{ "name": "environments", "type": "module" }\n',
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}
