import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { type Replacement, replaceFiles } from '@resilience/render/replace-files';
import type { SiteFile } from '@resilience/report/site';
import { z } from 'zod';

import { refuse } from '../refusal.ts';

/** What of a folder this command wrote: every file by its hash. */
const listName = '.resilience-report.json';

/** No path leaves the folder. */
const inside = z
  .string()
  .refine((path) => !path.split(/[/\\]/).some((part) => /^(\.\.?)?$/.test(part)));
const written = z.strictObject({ files: z.record(inside, z.string()) });

/**
 * Writes a site as a whole. What somebody else wrote, or changed, is neither replaced nor removed.
 *
 * @returns the paths of files that are new, changed or removed
 * @throws {Refusal} where the folder holds what this command did not write, and nothing is written
 */
export function writeSite(folder: string, files: readonly SiteFile[]): string[] {
  const known = knownIn(folder);
  const after = new Map(files.map(({ path, content }) => [path, content]));
  const paths = [...new Set([...after.keys(), ...known.keys()])].toSorted();
  const changes = paths.flatMap((path) => {
    const before = contentOf(join(folder, path));
    const next = after.get(path);
    return before === next ? [] : [{ file: path, before, after: next }];
  });
  const foreign = changes.filter(({ file, before }) => isForeign(known.get(file), before));
  if (foreign.length > 0) {
    refuse(
      ...foreign.map(
        ({ file }) =>
          `${join(folder, file)} is not as this command wrote it: move it away, or name another folder`,
      ),
    );
  }
  replaceFiles(folder, [...changes, ...listChange(folder, files)]);
  return changes.map(({ file }) => file);
}

/** @throws {Refusal} where something is there, and no list says that this command wrote it */
function knownIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  if (!statSync(folder).isDirectory()) refuse(`${folder} is no folder`);
  const list = contentOf(join(folder, listName));
  if (list === undefined) {
    if (readdirSync(folder).length === 0) return new Map();
    return refuse(
      `${folder} holds files that this command did not write: name a new or an empty folder`,
    );
  }
  const parsed = written.safeParse(parseJson(list));
  if (parsed.success) return new Map(Object.entries(parsed.data.files));
  return refuse(
    `${join(folder, listName)} is no list of what this command wrote: name another folder`,
  );
}

const isForeign = (hash: string | undefined, before: string | undefined): boolean =>
  before !== undefined && hashOf(before) !== hash;

function listChange(folder: string, files: readonly SiteFile[]): Replacement[] {
  const hashes = files.map(({ path, content }) => [path, hashOf(content)] as const);
  const sorted = Object.fromEntries(hashes.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const after = `${JSON.stringify({ files: sorted }, null, 2)}\n`;
  const before = contentOf(join(folder, listName));
  return before === after ? [] : [{ file: listName, before, after }];
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

const contentOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, 'utf8') : undefined;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
