import { z } from 'zod';

import { takes } from './conversion.ts';
import { examplesByKey } from './examples-by-key.ts';
import { defOf, inputSchema } from './schema-at.ts';

type Schema = z.core.$ZodType;

/** What has to stand at a place, as its schema says it: the phrase that completes "expected …". */
export const expectedPhrase = (schema: Schema): string =>
  z.safeParse(schema, Symbol('nothing')).error?.issues[0]?.message ?? 'a value';

/**
 * Plausible lines for the declaration, to be adapted. The example of a scalar is what its phrase says after
 * "such as"; a test holds that each scalar of the schema has one that it takes.
 */
export function exampleLines(schema: Schema): string[] {
  const inner = inputSchema(schema);
  const def = defOf(inner);
  if (def.type === 'object' && hasExample(inner)) return [exampleText(expectedPhrase(inner))];
  if (def.type === 'object') return block('{', membersOf(def.shape), '}');
  if (def.type === 'array') return [listOf(def.element, inner)].flat();
  if (def.type === 'record') return recordLines(inner, def.keyType, def.valueType);
  if (def.type === 'union') return def.options[0] ? exampleLines(def.options[0]) : [];
  return [exampleCode(inner)];
}

const hasExample = (schema: Schema): boolean => expectedPhrase(schema).includes(' such as {');

/** The lines of the keys of an object, each with what it is where its value alone does not say so. */
export const exampleMembers = (schema: Schema, keys: readonly string[]): string[] => {
  const def = defOf(inputSchema(schema));
  return def.type === 'object'
    ? membersOf(Object.fromEntries(keys.flatMap((key) => [[key, def.shape[key]]])))
    : [];
};

/** May be left out, but not beside what the other examples say. */
const neededByOthers: ReadonlySet<string> = new Set(['drRegion']);

/** Without what may be left out; where all of it may, the first. */
function membersOf(shape: Readonly<Record<string, Schema | undefined>>): string[] {
  const members = Object.entries(shape).flatMap(([key, schema]) =>
    schema ? [{ key, schema }] : [],
  );
  const needed = members.filter(
    ({ key, schema }) => defOf(schema).type !== 'optional' || neededByOthers.has(key),
  );
  return (needed.length > 0 ? needed : members.slice(0, 1)).flatMap(({ key, schema }) =>
    memberLines(key, schema),
  );
}

/** The lines of one key. */
export function memberLines(key: string, schema: Schema): string[] {
  const own = examplesByKey[key];
  const [first = '', ...rest] = own === undefined ? exampleLines(schema) : [own];
  const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`;
  const lines = [`${name}: ${first}`, ...rest];
  return [...lines.slice(0, -1), `${lines.at(-1)},${comment(schema)}`];
}

/** Text and figures do not say what they are; quantities and names do. */
function comment(schema: Schema): string {
  const { type } = defOf(inputSchema(schema));
  if (!['enum', 'string', 'number'].includes(type)) return '';
  const phrase = expectedPhrase(schema).replace(/,? such as .*$/s, '');
  return phrase.startsWith('a name of lower-case') ? '' : ` // ${phrase}`;
}

function listOf(element: Schema, list: Schema): string[] {
  if (takes(list, [])) return ['[]'];
  const lines = exampleLines(element);
  return lines.length === 1 ? [`[${lines[0]}]`] : block('[', [...lines.slice(0, -1), '},'], ']');
}

function recordLines(record: Schema, key: Schema, value: Schema): string[] {
  const names = defOf(inputSchema(key));
  if (names.type === 'enum')
    return block(
      '{',
      Object.values(names.entries).flatMap((name) => memberLines(String(name), value)),
      '}',
    );
  if (expectedPhrase(record).includes('possibly none')) return ['{}'];
  return block('{', memberLines(exampleCode(inputSchema(key)).slice(1, -1), value), '}');
}

/** Short ones on one line. */
function block(open: string, lines: readonly string[], close: string): string[] {
  const inline = `${open} ${lines.join(' ').replace(/,$/, '')} ${close}`;
  if (lines.length === 0) return [`${open}${close}`];
  return inline.length > 60 || inline.includes(' // ')
    ? [open, ...lines.map((line) => `  ${line}`), close]
    : [inline];
}

/** One value, as it is written in the declaration. */
export function exampleCode(schema: Schema): string {
  const def = defOf(schema);
  if (def.type === 'enum') return `'${Object.values(def.entries)[0]}'`;
  if (def.type === 'literal') return literal(def.values[0]);
  const example = exampleText(expectedPhrase(schema));
  return def.type === 'string' ? `'${example.replaceAll("'", String.raw`\'`)}'` : example;
}

/** `an AWS region such as us-east-1`: what follows "such as", without the quotes and what comes behind it. */
function exampleText(phrase: string): string {
  const {
    quoted,
    braced,
    bare = '',
  } = /such as (?:"(?<quoted>[^"]*)"|(?<braced>\{.*\})|(?<bare>\S+?),?(?:$|\s))/s.exec(phrase)
    ?.groups ?? {};
  return quoted ?? braced ?? bare;
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value}'` : String(value);
