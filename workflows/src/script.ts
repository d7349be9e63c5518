import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../scripts');

/** @param name a script of this project, without its ending */
export const script = (name: string): string => readFileSync(join(folder, `${name}.sh`), 'utf8');

/** What verify.sh runs inside the containers of a restored service, by file name. */
export const verificationScripts = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.startsWith('verify'))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
