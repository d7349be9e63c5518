import type { z } from 'zod';

import { meantOption, schemaAt, valueAt } from './schema-at.ts';

type Schema = z.ZodType;
type Issue = z.core.$ZodIssue;

/**
 * Where a value has not the form of its schema. Of a union whose options are told apart by their keys, the
 * issues are those of the option that is meant, at their own places.
 */
export const issuesOf = (schema: Schema, input: unknown): Issue[] =>
  (schema.safeParse(input).error?.issues ?? []).flatMap((issue) =>
    ofMeantOption(issue, schema, input),
  );

function ofMeantOption(issue: Issue, schema: Schema, input: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.discriminator !== undefined) return [issue];
  const union = schemaAt(schema, issue.path, input);
  const value = valueAt(input, issue.path);
  const option = union && meantOption(union, value);
  if (!option) return [issue];
  const inner = issuesOf(option, value);
  return inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}
