import { isWritten, listIn, writtenIn } from './records.ts';
import type { Source, Sources } from './source.ts';

/** One that contributes to a value, with its place. */
export interface Part {
  readonly value: unknown;
  readonly source: Source;
}

/** A value with the sources of what is in it. */
export interface Gathered {
  readonly value: unknown;
  readonly sources: Sources;
}

/** Lists of several, one after the other. What is no list is handed on, for the schema to refuse. */
export function gatherList(path: string, parts: readonly Part[]): Gathered {
  if (parts.length === 0) return { value: [], sources: none(path) };
  const wrong = parts.find(({ value }) => !Array.isArray(value));
  if (wrong) return { value: wrong.value, sources: { [path]: wrong.source } };
  const items = parts.flatMap(({ value, source }) =>
    listIn(value).map((item, index) => ({
      item,
      source: { ...source, at: `${source.at}[${index}]` },
    })),
  );
  return {
    value: items.map(({ item }) => item),
    sources: Object.fromEntries(items.map(({ source }, index) => [`${path}[${index}]`, source])),
  };
}

/** Keys of several; what comes later counts. What is no object is handed on, for the schema to refuse. */
export function gatherKeys(path: string, parts: readonly Part[]): Gathered {
  if (parts.length === 0) return { value: {}, sources: none(path) };
  const wrong = parts.find(({ value }) => !isWritten(value));
  if (wrong) return { value: wrong.value, sources: { [path]: wrong.source } };
  const entries = parts.flatMap(({ value, source }) =>
    Object.entries(writtenIn(value)).map(([key, inner]) => ({
      key,
      inner,
      source: { ...source, at: `${source.at}.${key}` },
    })),
  );
  return {
    value: Object.fromEntries(entries.map(({ key, inner }) => [key, inner])),
    sources: Object.fromEntries(entries.map(({ key, source }) => [`${path}.${key}`, source])),
  };
}

const none = (path: string): Sources => ({
  [path]: { from: 'derived', at: path, note: 'none being declared' },
});
