import fs from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Look, openedFilesVariable } from '../opened-files.ts';
import { repositoryRoot } from '../repository-root.ts';

// As they are before they are recorded themselves.
const { existsSync, openSync, realpathSync, writeSync } = fs;

const folder = process.env[openedFilesVariable] ?? '';

/** Whether somebody wants to know. */
export const isRecording = existsSync(folder);

const seen = new Set<string>();
let notes: number | undefined;

/** Notes that this process looks at a place, once, where it is one of the repository. */
export function note(look: Look, place: unknown, from = process.cwd()): void {
  const path = inRepository(place, from);
  if (path === undefined || seen.has(`${look} ${path}`)) return;
  seen.add(`${look} ${path}`);
  notes ??= openSync(join(folder, String(process.pid)), 'a');
  writeSync(notes, `${look} ${path}\n`);
}

/** @returns a place that is in the repository, and neither what is installed there nor what tools keep */
export function inRepository(place: unknown, from: string): string | undefined {
  const path = pathOf(place);
  if (path === undefined) return undefined;
  const full = resolve(from, path);
  if (!isBelow(full, repositoryRoot) || isOfTools(full)) return undefined;
  if (!full.includes(`${sep}node_modules`)) return full;
  // Projects are installed as links to their folders.
  const real = existsSync(full) ? realpathSync(full) : full;
  return isBelow(real, repositoryRoot) && !real.includes(`${sep}node_modules`) ? real : undefined;
}

const isBelow = (path: string, above: string): boolean => `${path}${sep}`.startsWith(above + sep);

/** What Git and Nx keep for themselves. */
const isOfTools = (path: string): boolean =>
  ['.git', '.nx'].some((name) => isBelow(path, join(repositoryRoot, name)));

/** @returns what a function of Node takes for a path */
export function pathOf(place: unknown): string | undefined {
  if (typeof place === 'string') return place;
  if (place instanceof URL) return place.protocol === 'file:' ? fileURLToPath(place) : undefined;
  return Buffer.isBuffer(place) ? place.toString() : undefined;
}
