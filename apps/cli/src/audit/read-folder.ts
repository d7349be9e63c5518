import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { NotRead, SourceFile } from '@resilience/audit/source-file';

import { Refusal } from '../refusal.ts';

/** What a folder holds, as far as it could be read. */
export interface ReadFiles {
  readonly files: readonly SourceFile[];
  readonly notRead: readonly NotRead[];
}

const wanted = /(\.(ya?ml|json)|(^|\/)Kustomization)$/;
/** Read by other programs alone; a person may expect them to be judged. */
const beside = /\.(tf|tfvars|gotmpl|tpl|cue|jsonnet|libsonnet|ts|nix|tgz|sh)$/;
const passed = new Set(['.git', 'node_modules', '.terraform', '.github', '.venv', 'vendor']);
/** Bytes; the objects of a large cluster in one file are less. */
const largest = 32 * 1024 ** 2;
const filesAtMost = 20_000;

/**
 * Every file of YAML and JSON below a path, which may be one file. Links to folders are not followed.
 *
 * @throws {Refusal} where nothing is at the path
 */
export function readFolderOf(path: string): ReadFiles {
  const kind = kindOf(path);
  if (kind === 'missing')
    throw new Refusal(`nothing is at ${path}: name a file or a folder of manifests`);
  if (kind !== 'folder' && kind !== 'link to a folder')
    return collected([{ path: basename(path), at: path }], []);
  const found: Entry[] = [];
  const notRead: NotRead[] = [];
  walk({ path: '', at: path }, found, notRead);
  return collected(found, notRead);
}

interface Entry {
  /** From the folder that was asked for. */
  readonly path: string;
  readonly at: string;
}

function walk(folder: Entry, found: Entry[], notRead: NotRead[]): void {
  for (const name of namesIn(folder, notRead)) {
    const entry = {
      path: folder.path === '' ? name : `${folder.path}/${name}`,
      at: join(folder.at, name),
    };
    if (found.length >= filesAtMost) {
      if (found.length === filesAtMost && !notRead.some(({ why }) => why === tooMany))
        notRead.push({ file: entry.path, line: 1, why: tooMany });
      return;
    }
    const kind = kindOf(entry.at);
    if (kind === 'folder' && !passed.has(name)) walk(entry, found, notRead);
    else if (kind === 'link to a folder')
      notRead.push({
        file: entry.path,
        line: 1,
        why: 'is a link to a folder, which is not followed',
      });
    else if (kind === 'missing' && wanted.test(name))
      notRead.push({ file: entry.path, line: 1, why: 'is a link to nothing' });
    else if (wanted.test(name) || isBeside(entry, name)) found.push(entry);
  }
}

const tooMany = `is not read, nor is what comes after it: more than ${filesAtMost} files`;

const isBeside = ({ path }: Entry, name: string): boolean =>
  beside.test(name) && /velero|helmfile|main\.tf|backup/i.test(path);

function namesIn({ at, path }: Entry, notRead: NotRead[]): string[] {
  try {
    return readdirSync(at).toSorted();
  } catch (error) {
    notRead.push({ file: path === '' ? at : path, line: 1, why: reasonOf(error) });
    return [];
  }
}

type Kind = 'file' | 'folder' | 'link to a folder' | 'missing' | 'other';

function kindOf(path: string): Kind {
  try {
    const own = lstatSync(path);
    if (own.isDirectory()) return 'folder';
    if (own.isFile()) return 'file';
    if (!own.isSymbolicLink()) return 'other';
    return statSync(path).isDirectory() ? 'link to a folder' : 'file';
  } catch {
    return 'missing';
  }
}

function collected(entries: readonly Entry[], notRead: readonly NotRead[]): ReadFiles {
  const read = entries.map((entry) => readOne(entry));
  return {
    files: read.flatMap((one) => ('text' in one ? [one] : [])),
    notRead: [...notRead, ...read.flatMap((one) => ('why' in one ? [one] : []))],
  };
}

function readOne({ path, at }: Entry): SourceFile | NotRead {
  const no = (why: string): NotRead => ({ file: path, line: 1, why });
  if (beside.test(path))
    return no(
      'is read by another program alone: judge what that makes of it, such as the output of helm template, or the cluster by --context',
    );
  try {
    const stat = statSync(at);
    // A pipe or a device would be waited for.
    if (!stat.isFile()) return no('is no file');
    if (stat.size > largest) return no(`is larger than ${largest / 1024 ** 2} MiB`);
    return { path, text: readFileSync(at, 'utf8') };
  } catch (error) {
    return no(reasonOf(error));
  }
}

const reasonOf = (error: unknown): string =>
  `cannot be read: ${error instanceof Error ? error.message.replace(/,.*/, '') : String(error)}`;
