import type { z } from 'zod';

import { describeValue, type Finding } from './problem.ts';
import { type Conversion, conversion, decidingWord } from './teach/conversion.ts';
import { exampleLines, exampleMembers, memberLines } from './teach/example.ts';
import { issuesOf } from './teach/issues.ts';
import { keysAt, withMisspelledKeys } from './teach/misspelled-keys.ts';
import { nearest } from './teach/nearest.ts';
import { oneCause } from './teach/one-cause.ts';
import { formatPath } from './teach/place.ts';
import { discriminatorOf } from './teach/plausible.ts';
import { defOf, inputSchema, optionOf, schemaAt, valueAt } from './teach/schema-at.ts';

type Issue = z.core.$ZodIssue;

interface Judged {
  readonly schema: z.ZodType;
  readonly input: unknown;
  /** The lines around the whole of it in its file. */
  readonly around: readonly [string, string];
}

/**
 * Where a value has not the form of its schema: one finding for each cause, with what to write instead.
 *
 * @param around the lines that the whole value stands between in its file
 * @returns nothing for a value that has it
 */
export function schemaFindings(
  schema: z.ZodType,
  given: unknown,
  around: Judged['around'] = ['{', '}'],
): Finding[] {
  const { input, findings } = withMisspelledKeys(schema, given);
  const issues = issuesOf(schema, input);
  const judged = { schema, input, around };
  const isMissing = (issue: Issue): boolean =>
    issue.code !== 'unrecognized_keys' &&
    issue.code !== 'invalid_key' &&
    valueAt(input, issue.path) === undefined;
  return oneCause([
    ...findings,
    ...issues.flatMap((issue, index) => {
      if (!isMissing(issue)) return wrong(issue, judged);
      const siblings = issues.filter((one) => isMissing(one) && parentOf(one) === parentOf(issue));
      return issues.indexOf(siblings[0] ?? issue) === index ? [missing(siblings, judged)] : [];
    }),
  ]);
}

const parentOf = ({ path }: Issue): string => formatPath(path.slice(0, -1));

/** All that one object lacks, with lines to paste. */
function missing(issues: readonly Issue[], judged: Judged): Finding {
  const [first, ...others] = issues;
  const path = first?.path ?? [];
  const keys = issues.map((issue) => String(issue.path.at(-1) ?? ''));
  const common = { code: 'config/missing', received: 'nothing' };
  if (others.length > 0) {
    return {
      ...common,
      path: formatPath(path.slice(0, -1)),
      message: `lacks ${keys.join(', ')}`,
      expected: [...new Set(issues.map((issue) => issue.message))].join('; '),
      fix: `declare them, each as it is with you:\n${linesFor(keys, path, judged).join('\n')}`,
    };
  }
  return {
    ...common,
    path: formatPath(path),
    message: 'is missing',
    expected: first?.message ?? '',
    fix: `declare it, as it is with you:\n${linesFor(keys, path, judged).join('\n')}`,
  };
}

function linesFor(
  keys: readonly string[],
  path: readonly PropertyKey[],
  { schema, input, around: [first, last] }: Judged,
): string[] {
  if (path.length === 0) return [first, ...inner(exampleLines(schema)), last];
  const above = path.slice(0, -1);
  const parent = schemaAt(schema, above, input);
  const object = parent && (optionOf(parent, valueAt(input, above)) ?? parent);
  const lines = object ? exampleMembers(object, keys) : [];
  // The word that decides between options is what is missing: all of the first option is shown.
  return lines.length > 0 || !object ? lines : inner(exampleLines(object));
}

/** Without the braces around it. */
const inner = (lines: readonly string[]): string[] => lines.slice(1, -1);

function wrong(issue: Issue, judged: Judged): Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(issue, key, judged));
  return [issue.code === 'invalid_key' ? wrongKey(issue, judged) : wrongValue(issue, judged)];
}

function wrongValue(issue: Issue, { schema, input }: Judged): Finding {
  const value = valueAt(input, issue.path);
  const meant = meantBy(issue, { schema, input });
  return {
    path: formatPath(issue.path),
    code: 'config/invalid',
    message: meant?.why ?? 'is not valid',
    expected: issue.message,
    received: describeValue(value),
    fix: meant
      ? `write ${meant.code} for ${describeValue(value)}`
      : [`write ${issue.message}`, ...linesInstead(issue, { schema, input })].join('\n'),
    ...(meant?.isOneCause && { cause: `config/invalid: ${meant.why}` }),
  };
}

/** Lines to paste where a whole part of the declaration is of another kind. */
function linesInstead(issue: Issue, { schema, input }: Omit<Judged, 'around'>): string[] {
  const key = issue.path.at(-1);
  const found = issue.code === 'invalid_type' ? schemaAt(schema, issue.path, input) : undefined;
  const type = found && defOf(inputSchema(found)).type;
  if (!found || typeof key !== 'string' || (type !== 'object' && type !== 'record')) return [];
  const lines = exampleLines(found);
  return lines.length > 1 ? memberLines(key, found) : [];
}

function meantBy(issue: Issue, { schema, input }: Omit<Judged, 'around'>): Conversion | undefined {
  const value = valueAt(input, issue.path);
  const word = discriminatorOf(issue);
  const at = word === undefined ? issue.path : issue.path.slice(0, -1);
  const found = schemaAt(schema, at, input);
  if (!found) return undefined;
  return word === undefined ? conversion(found, value) : decidingWord(found, word, value);
}

function unknownKey(issue: Issue, key: string, { schema, input }: Judged): Finding {
  const meant = nearest(key, keysAt(schema, issue.path, input));
  return {
    path: formatPath([...issue.path, key]),
    code: 'config/unknown-key',
    message: 'is not a known key',
    expected: issue.message,
    received: describeValue(valueAt(input, [...issue.path, key])),
    fix: meant === undefined ? 'remove it' : `remove it: ${meant}, which it resembles, is declared`,
  };
}

function wrongKey(issue: Issue & { code: 'invalid_key' }, { schema, input }: Judged): Finding {
  const key = String(issue.path.at(-1));
  const parent = schemaAt(schema, issue.path.slice(0, -1), input);
  const def = parent && defOf(inputSchema(parent));
  const meant = def?.type === 'record' ? conversion(def.keyType, key) : undefined;
  const expected = issue.issues[0]?.message ?? issue.message;
  return {
    path: formatPath(issue.path),
    code: 'config/invalid-name',
    message: 'is not a valid name',
    expected,
    received: describeValue(issue.path.at(-1)),
    fix: meant ? `write ${meant.code}` : `use ${expected}`,
  };
}
