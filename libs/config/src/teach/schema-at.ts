import { z } from 'zod';

import { nearest } from './nearest.ts';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/** What a schema is made of, by its `type`. */
export function defOf(schema: Schema): Def {
  if (hasDef(schema)) return schema.def;
  throw new TypeError('a schema is not made by zod');
}

const hasDef = (schema: Schema): schema is Schema & { readonly def: Def } =>
  schema instanceof z.ZodType;

/** What a schema takes: an optional one what is inside, a transformed one what it reads, one with a check before it itself. */
export function inputSchema(schema: Schema): Schema {
  const def = defOf(schema);
  if (def.type === 'optional') return inputSchema(def.innerType);
  if (def.type !== 'pipe') return schema;
  return inputSchema(defOf(def.in).type === 'transform' ? def.out : def.in);
}

/**
 * The schema of one place.
 *
 * @param input decides between the options of unions
 * @returns undefined where the schema knows no such place
 */
export function schemaAt(
  schema: Schema,
  path: readonly PropertyKey[],
  input: unknown,
): Schema | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const next = memberOf(inputSchema(schema), key, input);
  return next && schemaAt(next, rest, member(input, key));
}

function memberOf(schema: Schema, key: PropertyKey, input: unknown): Schema | undefined {
  const def = defOf(schema);
  if (def.type === 'object') return def.shape[String(key)];
  if (def.type === 'record') return def.valueType;
  if (def.type === 'array') return def.element;
  if (def.type !== 'union') return undefined;
  const option = optionOf(schema, input);
  if (option) return memberOf(option, key, input);
  // Only the word that decides is wrong: every option knows a place for it.
  const [first] = def.options;
  return first && memberOf(first, key, input);
}

/** The option of a union that the value means: by the word that decides, by its keys, or by its kind. */
export function optionOf(union: Schema, input: unknown): Schema | undefined {
  const def = defOf(inputSchema(union));
  if (def.type !== 'union') return undefined;
  const word = 'discriminator' in def ? String(def.discriminator) : undefined;
  if (word === undefined) {
    return (
      meantOption(union, input) ??
      def.options.find((option) => isOfKind(defOf(inputSchema(option)).type, input))
    );
  }
  const option = def.options.find((one) => deciding(one, word).includes(member(input, word)));
  return option && (optionOf(option, input) ?? option);
}

/**
 * The option that an object or a list means in a union without a word that decides: most of its keys are of
 * that option, and then least is wrong with it.
 *
 * @returns undefined for anything else
 */
export function meantOption(union: Schema, input: unknown): z.ZodType | undefined {
  const def = defOf(inputSchema(union));
  if (def.type !== 'union' || 'discriminator' in def) return undefined;
  if (typeof input !== 'object' || input === null) return undefined;
  const [best] = def.options
    .filter((option) => option instanceof z.ZodType)
    .filter((option) => isOfKind(defOf(inputSchema(option)).type, input))
    .map((option) => ({ option, known: knownKeys(option, input) }))
    .toSorted((a, b) => b.known - a.known || faults(a, input) - faults(b, input));
  return best?.option;
}

function knownKeys(option: Schema, input: object): number {
  const def = defOf(inputSchema(option));
  if (def.type !== 'object') return 0;
  const keys = Object.keys(def.shape);
  return Object.keys(input).filter((key) => nearest(key, keys) !== undefined).length;
}

/** Of an object that has nothing yet, every option lacks all: the first one counts. */
const faults = (
  { option, known }: { readonly option: z.ZodType; readonly known: number },
  input: object,
): number => (known === 0 ? 0 : (option.safeParse(input).error?.issues.length ?? 0));

/** The words of a union that decide between its options, such as `snapshot`. */
export function decidingWords(union: Schema, word: string): unknown[] {
  const def = defOf(inputSchema(union));
  return def.type === 'union' ? def.options.flatMap((option) => deciding(option, word)) : [];
}

function deciding(option: Schema, word: string): readonly unknown[] {
  const def = defOf(inputSchema(option));
  if (def.type === 'union') return decidingWords(inputSchema(option), word);
  const literal = def.type === 'object' ? def.shape[word] : undefined;
  const inner = literal && defOf(literal);
  return inner?.type === 'literal' ? inner.values : [];
}

const isOfKind = (type: string, input: unknown): boolean =>
  Array.isArray(input)
    ? type === 'array'
    : typeof input === 'object' && input !== null
      ? type === 'object' || type === 'record'
      : type === typeof input || type === 'literal' || type === 'enum';

/** What stands below a key of a value; undefined where there is nothing. */
export const member = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;

export const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(member, input);
