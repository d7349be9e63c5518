import type { z } from 'zod';

import { describeValue, type Finding } from '../problem.ts';
import { issuesOf } from './issues.ts';
import { nearest } from './nearest.ts';
import { formatPath, withValueAt } from './place.ts';
import { defOf, inputSchema, member, optionOf, schemaAt, valueAt } from './schema-at.ts';

interface Corrected {
  /** With each misspelled key under the name that was meant. */
  readonly input: unknown;
  readonly findings: readonly Finding[];
}

/** Keys that nobody knows and that are meant for keys that are missing: each is one mistake, not two. */
export function withMisspelledKeys(schema: z.ZodType, input: unknown): Corrected {
  return issuesOf(schema, input).reduce<Corrected>(
    (corrected, issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.reduce(
            (done, key) => spelled(schema, done, { path: issue.path, key }),
            corrected,
          )
        : corrected,
    { input, findings: [] },
  );
}

interface Unknown {
  readonly path: readonly PropertyKey[];
  readonly key: string;
}

function spelled(
  schema: z.ZodType,
  { input, findings }: Corrected,
  { path, key }: Unknown,
): Corrected {
  const object = valueAt(input, path);
  const absent = keysAt(schema, path, input).filter((one) => member(object, one) === undefined);
  const meant = nearest(key, absent);
  if (meant === undefined) return { input, findings };
  const value = member(object, key);
  return {
    input: withValueAt(withValueAt(input, [...path, key], undefined), [...path, meant], value),
    findings: [
      ...findings,
      {
        path: formatPath([...path, key]),
        code: 'config/unknown-key',
        message: `is not a known key, and ${meant} is missing`,
        expected: meant,
        received: `${key}: ${describeValue(value)}`,
        fix: `rename it to ${meant}`,
      },
    ],
  };
}

/** The keys that an object may have. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string[] {
  const found = schemaAt(schema, path, input);
  const object = found && (optionOf(found, valueAt(input, path)) ?? found);
  const def = object && defOf(inputSchema(object));
  return def?.type === 'object' ? Object.keys(def.shape) : [];
}
