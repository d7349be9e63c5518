import { type Document, readDocuments } from '../input/documents.ts';
import { type Folder, joined } from '../input/folder.ts';
import { at, isObject, listAt, overlay, textAt } from '../input/plain.ts';
import type { NotRead, Place } from '../input/source-file.ts';
import type { Found } from './found.ts';
import type { Kustomization } from './kustomization.ts';

/** A patch of kustomize, and the kustomization that has it. */
export interface Patch {
  readonly by: string;
  readonly value: unknown;
  readonly target: { readonly kind: string | undefined; readonly name: string | undefined };
  readonly place: Place;
  /** Where a part of it is written. */
  readonly placeAt: (path: readonly PropertyKey[]) => Place;
  /** Undefined for a patch that stands inline. */
  readonly file: string | undefined;
}

const lists = ['patches', 'patchesStrategicMerge', 'patchesJson6902'] as const;

/** Every patch of the kustomizations, from files and inline. */
export const patchesOf = (kustomizations: readonly Kustomization[], folder: Folder): Patch[] =>
  kustomizations.flatMap((one) =>
    lists.flatMap((list) =>
      listAt(one.document.value, list).flatMap((entry, index) =>
        patchOf(one, { entry, path: [list, index] }, folder),
      ),
    ),
  );

interface Entry {
  readonly entry: unknown;
  readonly path: readonly PropertyKey[];
}

function patchOf(
  { document, folder: base }: Kustomization,
  { entry, path }: Entry,
  folder: Folder,
): Patch[] {
  const { text, file, begin } = textOf(document, { entry, path }, { base, folder });
  if (text === undefined) return [];
  return readDocuments({ path: begin.file, text }).documents.map(({ value, placeAt }) => ({
    by: document.file,
    value,
    target: {
      kind: textAt(entry, 'target', 'kind') ?? textAt(value, 'kind'),
      name: textAt(entry, 'target', 'name') ?? textAt(value, 'metadata', 'name'),
    },
    place: document.placeAt(path),
    placeAt: (inner) => ({ file: begin.file, line: begin.line + placeAt(inner).line - 1 }),
    file,
  }));
}

interface Around {
  readonly base: string;
  readonly folder: Folder;
}

function textOf(document: Document, { entry, path }: Entry, { base, folder }: Around) {
  const named = typeof entry === 'string' && !entry.includes('\n') ? entry : textAt(entry, 'path');
  if (named !== undefined) {
    const file = joined(base === '' ? [] : base.split('/'), named);
    return { text: folder.files.get(file)?.text, file, begin: { file, line: 1 } };
  }
  const inline = typeof entry === 'string' ? path : [...path, 'patch'];
  return {
    text: textAt(document.value, ...inline),
    file: undefined,
    begin: document.insideOf(inline),
  };
}

/** Objects with their patches, as long as one kustomization alone patches them; patches of others are listed. */
export function patched(
  objects: readonly Found[],
  patches: readonly Patch[],
): { readonly objects: readonly Found[]; readonly notRead: readonly NotRead[] } {
  const notRead: NotRead[] = [];
  const after = objects.map((found) => {
    const own = patches.filter(({ target }) => meant(target, found));
    const by = new Set(own.map((patch) => patch.by));
    if (by.size > 1) {
      notRead.push(
        ...own.map(({ place }) => ({
          ...place,
          why: `patches ${found.name}, as others do: not evaluated; judge each overlay's own output of kustomize build`,
        })),
      );
      return found;
    }
    return own.reduce<Found>((one, patch) => applied(one, patch), found);
  });
  return { objects: after, notRead };
}

const meant = ({ kind, name }: Patch['target'], found: Found): boolean =>
  kind !== undefined &&
  found.kind.endsWith(`/${kind}`) &&
  (name === undefined || matches(name, found.name));

/** Kustomize takes a regular expression; most are plain names. */
const matches = (pattern: string, name: string): boolean =>
  pattern === name ||
  pattern === '.*' ||
  (pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2)));

function applied(found: Found, patch: Patch): Found {
  if (Array.isArray(patch.value)) {
    return patch.value.reduce<Found>(
      (one, operation, index) => operated(one, { patch, operation, index }),
      found,
    );
  }
  const touches = (path: readonly PropertyKey[]): boolean =>
    path.length > 0 && at(patch.value, path) !== undefined;
  return {
    ...found,
    value: overlay(found.value, withoutName(patch.value)),
    placeAt: (path) => (touches(path) ? patch.placeAt(path) : found.placeAt(path)),
  };
}

/** A patch may leave out what it is about, or name it otherwise than its target. */
function withoutName(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { apiVersion: _, kind: __, metadata, ...rest } = value;
  if (!isObject(metadata)) return rest;
  const { name: ___, namespace: ____, ...kept } = metadata;
  return { ...rest, metadata: kept };
}

interface Operation {
  readonly patch: Patch;
  readonly operation: unknown;
  readonly index: number;
}

/** One operation of a JSON patch: add, replace or remove. */
function operated(found: Found, { patch, operation, index }: Operation): Found {
  const path = (textAt(operation, 'path') ?? '')
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const op = textAt(operation, 'op');
  if (path.length === 0 || path.length > 50) return found;
  const value = op === 'remove' ? undefined : at(operation, ['value']);
  const place = patch.placeAt([index]);
  return {
    ...found,
    value: set(found.value, path, value),
    placeAt: (asked) =>
      path.every((key, position) => String(asked[position]) === key) ? place : found.placeAt(asked),
  };
}

function set(value: unknown, [key = '', ...others]: readonly string[], to: unknown): unknown {
  if (Array.isArray(value)) {
    const position = key === '-' ? value.length : Number(key);
    if (!(position >= 0 && position <= value.length)) return value;
    const changed = others.length === 0 ? to : set(value[position], others, to);
    return changed === undefined
      ? value.toSpliced(position, 1)
      : value.toSpliced(position, 1, changed);
  }
  const object = isObject(value) ? value : {};
  const changed = others.length === 0 ? to : set(at(object, [key]), others, to);
  const rest = Object.entries(object).filter(([name]) => name !== key);
  return Object.fromEntries(changed === undefined ? rest : [...rest, [key, changed]]);
}
