import fs from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { before } from './before.ts';
import { note } from './note.ts';

const inBoth = ['readFile', 'stat', 'lstat', 'access', 'realpath', 'readlink', 'copyFile'];
const withCallback = [...inBoth, 'exists', 'createReadStream', 'openAsBlob'];

/** Records the functions of `node:fs` that read. */
export function recordFiles(): void {
  for (const name of [...withCallback, ...withCallback.map((each) => `${each}Sync`)]) {
    before(fs, name, ([place]) => note('file', place));
  }
  for (const name of inBoth) before(fs.promises, name, ([place]) => note('file', place));
  for (const module of [fs, fs.promises]) {
    for (const name of ['open', 'openSync']) {
      before(module, name, ([place, flags]) => isReading(flags) && note('file', place));
    }
    for (const name of ['readdir', 'readdirSync', 'opendir', 'opendirSync']) {
      before(module, name, ([place, options]) => note(isDeep(options) ? 'tree' : 'list', place));
    }
    for (const name of ['cp', 'cpSync']) before(module, name, ([place]) => note('tree', place));
    for (const name of ['glob', 'globSync']) {
      before(module, name, ([, options]) => note('tree', folderOf(options)));
    }
  }
}

const isReading = (flags: unknown): boolean => typeof flags !== 'string' || flags.startsWith('r');

const isDeep = (options: unknown): boolean =>
  (options as { readonly recursive?: boolean } | null | undefined)?.recursive === true;

const folderOf = (options: unknown): unknown =>
  (options as { readonly cwd?: unknown } | undefined)?.cwd ?? process.cwd();

/** Records what Node imports and requires, which its loader reads by other functions. */
export function recordModules(): void {
  registerHooks({
    load: (url, context, next) => {
      if (url.startsWith('file:')) note('file', fileURLToPath(url.replace(/[?#].*$/, '')));
      return next(url, context);
    },
  });
}
