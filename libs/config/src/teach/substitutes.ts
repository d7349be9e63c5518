import type { z } from 'zod';

import { gib } from '../units/bytes.ts';
import { days, seconds } from '../units/duration.ts';
import { usd } from '../units/money.ts';
import { percent } from '../units/percent.ts';
import { takes } from './conversion.ts';
import { exampleCode } from './example.ts';
import { defOf, inputSchema } from './schema-at.ts';

type Schema = z.core.$ZodType;

/** Which of the values that a schema takes: the least of them, or the most. */
export type Extreme = 'least' | 'most';

/**
 * A value that a schema takes. What is found with the least and with the most of them alike is found with
 * every other value, too, as far as can be seen.
 */
export function substitute(schema: Schema, extreme: Extreme): unknown {
  const inner = inputSchema(schema);
  const def = defOf(inner);
  if (def.type === 'object') return membersOf(def.shape, extreme);
  if (def.type === 'record') return recordOf(inner, def.keyType, def.valueType, extreme);
  if (def.type === 'array') return listOf(inner, def.element, extreme);
  if (def.type === 'union') return substitute(end(def.options, extreme) ?? inner, extreme);
  if (def.type === 'enum') return end(Object.values(def.entries), extreme);
  if (def.type === 'literal') return end(def.values, extreme);
  return end(
    pool(inner).filter((value) => takes(schema, value)),
    extreme,
  );
}

const end = <Item>(items: readonly Item[], extreme: Extreme): Item | undefined =>
  extreme === 'least' ? items.at(0) : items.at(-1);

const membersOf = (shape: Readonly<Record<string, Schema>>, extreme: Extreme): object =>
  Object.fromEntries(
    Object.entries(shape)
      .filter(([, schema]) => defOf(schema).type !== 'optional')
      .map(([key, schema]) => [key, substitute(schema, extreme)]),
  );

function recordOf(record: Schema, key: Schema, value: Schema, extreme: Extreme): object {
  if (extreme === 'least' && takes(record, {})) return {};
  return { [String(substitute(key, extreme))]: substitute(value, extreme) };
}

const listOf = (list: Schema, element: Schema, extreme: Extreme): unknown[] =>
  extreme === 'least' && takes(list, []) ? [] : [substitute(element, extreme)];

/** In ascending order by kind; the schema takes those of one kind. */
function pool(schema: Schema): readonly unknown[] {
  const { type } = defOf(schema);
  if (type === 'string') return variants(exampleCode(schema).slice(1, -1));
  if (type === 'number') return [1, 1024, 1_000_000_000];
  return quantities;
}

const quantities: readonly unknown[] = [
  ...[0, 1, 300].map(seconds),
  ...[1, 5, 7, 30, 90, 180, 2560, 36_500].map(days),
  ...[1, 1_048_576].map(gib),
  ...[1, 1_000_000].map(usd),
  ...[0, 100].map(percent),
];

/** A text, and others like it of which the schema may take one; with the last, `us-east-1` is a region, too. */
const variants = (text: string): string[] => [
  ...new Set([
    text,
    text.replace(/[a-z](?=[^a-z]*$)/, 'q'),
    text.replace(/[A-Z](?=[^A-Z]*$)/, 'Q'),
    `${text}x`,
    text.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
  ]),
];
