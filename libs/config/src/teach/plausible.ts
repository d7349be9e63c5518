import type { z } from 'zod';

import { conversion, decidingWord } from './conversion.ts';
import { issuesOf } from './issues.ts';
import { withValueAt } from './place.ts';
import { schemaAt, valueAt } from './schema-at.ts';
import { type Extreme, substitute } from './substitutes.ts';

type Issue = z.core.$ZodIssue;

/** What is put at a place shows more places that cannot stay, such as a time that is above its maximum. */
const attempts = 5;

/**
 * What a declaration can be once the places that are wrong are corrected: with what was meant where that is
 * known, else once with the least and once with the most that can stand there.
 *
 * @returns nothing where no correction is found
 */
export const plausible = <T>(schema: z.ZodType<T>, input: unknown): T[] => {
  const readings = (['least', 'most'] as const).map((extreme) => corrected(schema, input, extreme));
  return readings.every((one) => one !== undefined) ? readings.flatMap((one) => one ?? []) : [];
};

function corrected<T>(schema: z.ZodType<T>, input: unknown, extreme: Extreme): T | undefined {
  let value = input;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of issuesOf(schema, value)) value = without(issue, { schema, value, extreme });
  }
  return undefined;
}

interface Reading {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly extreme: Extreme;
}

/** The value with one place corrected. */
function without(issue: Issue, { schema, value, extreme }: Reading): unknown {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.reduce<unknown>(
      (rest, key) => withValueAt(rest, [...issue.path, key], undefined),
      value,
    );
  }
  if (issue.code === 'invalid_key') return renamed(value, issue.path, extreme);
  const there = valueAt(value, issue.path);
  const found = schemaAt(schema, issue.path, value);
  if (!found) return value;
  const discriminated = discriminatorOf(issue);
  const meant =
    discriminated === undefined
      ? conversion(found, there)
      : meantWord(schema, value, issue, discriminated);
  if (meant) return withValueAt(value, issue.path, meant.value);
  const instead = issue.code === 'custom' ? issue.params?.['instead'] : undefined;
  if (instead !== undefined) return withValueAt(value, issue.path, instead);
  const at = discriminated === undefined ? issue.path : issue.path.slice(0, -1);
  const whole = schemaAt(schema, at, value);
  return whole ? withValueAt(value, at, substitute(whole, extreme)) : value;
}

const meantWord = (schema: z.ZodType, value: unknown, issue: Issue, word: string) => {
  const union = schemaAt(schema, issue.path.slice(0, -1), value);
  return union && decidingWord(union, word, valueAt(value, issue.path));
};

/** The key that decides between options, where it is wrong. */
export const discriminatorOf = (issue: Issue): string | undefined =>
  issue.code === 'invalid_union' && issue.discriminator !== undefined
    ? issue.discriminator
    : undefined;

/** An entry whose name cannot be: once without it, once under a name that can. */
function renamed(value: unknown, path: readonly PropertyKey[], extreme: Extreme): unknown {
  const rest = withValueAt(value, path, undefined);
  if (extreme === 'least') return rest;
  const name = `renamed-${path.length}`;
  return withValueAt(rest, [...path.slice(0, -1), name], valueAt(value, path));
}
