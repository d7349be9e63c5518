import type { z } from 'zod';

import { describeValue, type Finding } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, as findings: one for each place that is wrong. */
export const schemaFindings = (error: z.ZodError, input: unknown): Finding[] =>
  error.issues.flatMap((issue) => findingsOf(issue, input));

function findingsOf(issue: Issue, input: unknown): Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(issue, key, input));
  if (issue.code === 'invalid_key') return [wrongKey(issue)];
  const value = valueAt(input, issue.path);
  return [value === undefined ? missing(issue) : wrongValue(issue, value)];
}

const missing = (issue: Issue): Finding => ({
  path: formatPath(issue.path),
  code: 'config/missing',
  message: 'is missing',
  expected: issue.message,
  received: 'nothing',
  fix: 'declare it: nothing that decides what can be recovered has a default',
});

const wrongValue = (issue: Issue, value: unknown): Finding => ({
  path: formatPath(issue.path),
  code: 'config/invalid',
  message: 'is not valid',
  expected: issue.message,
  received: describeValue(value),
  fix: `write ${issue.message}`,
});

const unknownKey = (issue: Issue, key: string, input: unknown): Finding => ({
  path: formatPath([...issue.path, key]),
  code: 'config/unknown-key',
  message: 'is not a known key',
  expected: issue.message,
  received: describeValue(valueAt(input, [...issue.path, key])),
  fix: 'remove it, or correct its spelling',
});

const wrongKey = (issue: Issue & { code: 'invalid_key' }): Finding => {
  const expected = issue.issues[0]?.message ?? issue.message;
  return {
    path: formatPath(issue.path),
    code: 'config/invalid-name',
    message: 'is not a valid name',
    expected,
    received: describeValue(issue.path.at(-1)),
    fix: `use ${expected}`,
  };
};

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );

/** `services.orders.workloads[0].name` */
const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');
