import {
  type Document as Parsed,
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
} from 'yaml';

import { plain, TooLarge } from './plain.ts';
import type { NotRead, Place, SourceFile } from './source-file.ts';

/** One document of a file, as plain data that knows where its parts are written. */
export interface Document {
  readonly file: string;
  readonly value: unknown;
  /** Where a part is written; of what is missing, where what it is missing from begins. */
  readonly placeAt: (path: readonly PropertyKey[]) => Place;
  /** Where a text begins that is a document itself, such as inline values. */
  readonly insideOf: (path: readonly PropertyKey[]) => Place;
}

export interface Read {
  readonly documents: readonly Document[];
  readonly notRead: readonly NotRead[];
}

/** Kubernetes reads YAML 1.1; a name that many aliases refer to is no manifest but an attack on its reader. */
const aliasesAtMost = 100;

/** Never throws: what is no YAML or JSON is listed. */
export function readDocuments({ path: file, text: source }: SourceFile): Read {
  const text = source.replace(/^\uFEFF/, '');
  if (text.includes('\0')) return { documents: [], notRead: [{ file, line: 1, why: 'is binary' }] };
  const counter = new LineCounter();
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: counter,
      version: '1.1',
      merge: true,
      logLevel: 'silent',
    });
    if ('empty' in parsed) return { documents: [], notRead: [] };
    const read = [...parsed].map((one) => readOne(file, one, { counter, text }));
    return {
      documents: read.flatMap(({ documents }) => documents),
      notRead: read.flatMap(({ notRead }) => notRead),
    };
  } catch (error) {
    return { documents: [], notRead: [{ file, line: 1, why: reasonOf(error) }] };
  }
}

interface Lines {
  readonly counter: LineCounter;
  readonly text: string;
}

function readOne(file: string, parsed: Parsed, { counter, text }: Lines): Read {
  const lineOf = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const [from, , to] = parsed.range ?? [0, 0, text.length];
  const begin = lineOf(from);
  const error = parsed.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const source = text.slice(from, to);
  const isTemplate = source.includes('{{') && (error !== undefined || hasObjectAsKey(parsed));
  const no = (line: number, why: string): Read => ({
    documents: [],
    notRead: [{ file, line, why }],
  });
  if (isTemplate) return no(begin, 'is a Go template, which only its own program can fill in');
  if (error) return no(lineOf(error.pos[0]), firstLine(error.message));
  try {
    const value = plain(parsed.toJS({ maxAliasCount: aliasesAtMost }));
    if (value === undefined || value === null) return { documents: [], notRead: [] };
    const placeAt = (path: readonly PropertyKey[]): Place => ({
      file,
      line: lineOf(offsetOf(parsed, path)),
    });
    const insideOf = (path: readonly PropertyKey[]): Place => {
      const line = lineOf(offsetOf(parsed, path));
      return { file, line: isBlock(parsed, path) ? line + 1 : line };
    };
    const twice = parsed.errors.map(({ pos }) => ({
      file,
      line: lineOf(pos[0]),
      why: 'has a key twice: the last one counts here, and a strict reader refuses both',
    }));
    return { documents: [{ file, value, placeAt, insideOf }], notRead: twice };
  } catch (failure) {
    return no(begin, reasonOf(failure));
  }
}

const firstLine = (message: string): string =>
  `is not YAML: ${(message.split('\n')[0] ?? '').replace(/:$/, '')}`;

function reasonOf(error: unknown): string {
  if (error instanceof TooLarge) return 'holds more, or deeper, data than a manifest does';
  if (error instanceof RangeError) return 'is nested deeper than a manifest is';
  return firstLine(error instanceof Error ? error.message : String(error));
}

/** As an unquoted `{{ name }}` is read. */
function hasObjectAsKey(parsed: Parsed): boolean {
  let found = false;
  visit(parsed, {
    Pair: (_, { key }) => {
      if (!isMap(key)) return undefined;
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function offsetOf(parsed: Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = keyOffset(parsed, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return parsed.contents?.range?.[0] ?? parsed.range?.[0] ?? 0;
}

/** Of a key where there is one, else of the value, as in a list. */
function keyOffset(parsed: Parsed, path: readonly PropertyKey[]): number | undefined {
  const parent: unknown =
    path.length === 1 ? parsed.contents : parsed.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(last),
    );
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  const node: unknown = parsed.getIn(path, true);
  return rangeStart(node);
}

const rangeStart = (node: unknown): number | undefined => {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
};

function isBlock(parsed: Parsed, path: readonly PropertyKey[]): boolean {
  const node: unknown = parsed.getIn(path, true);
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}
