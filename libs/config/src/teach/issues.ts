import type { z } from 'zod';

import { meantOption, schemaAt, valueAt } from './schema-at.ts';

type Schema = z.ZodType;
type Issue = z.core.$ZodIssue;

/**
 * Where a value has not the form of its schema. Of a union whose options are told apart by their keys, the
 * issues are those of the option that is meant, at their own places.
 */
export function issuesOf(schema: Schema, input: unknown): Issue[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  const choices = issues.flatMap((issue) => {
    const option = optionInstead(issue, schema, input);
    return option ? [{ issue, option }] : [];
  });
  return issues.flatMap((issue) => {
    const choice = choices.find((one) => isBelow(issue.path, one.issue.path));
    if (!choice) return [issue];
    return choice.issue === issue ? ofOption(choice.option, input, issue.path) : [];
  });
}

/**
 * The option that is meant where a union was judged as a whole: by none of its options, or by the only one that
 * finds nothing but unknown keys, which zod prefers to the one that is meant and has a wrong value.
 */
function optionInstead(issue: Issue, schema: Schema, input: unknown): Schema | undefined {
  const isOfUnion =
    issue.code === 'unrecognized_keys' ||
    (issue.code === 'invalid_union' && issue.discriminator === undefined);
  const union = isOfUnion ? schemaAt(schema, issue.path, input) : undefined;
  return union && meantOption(union, valueAt(input, issue.path));
}

const ofOption = (option: Schema, input: unknown, path: Issue['path']): Issue[] =>
  issuesOf(option, valueAt(input, path)).map((one) => ({ ...one, path: [...path, ...one.path] }));

const isBelow = (path: Issue['path'], above: Issue['path']): boolean =>
  above.every((key, index) => path[index] === key);
