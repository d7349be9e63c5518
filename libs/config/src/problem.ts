import { inspect } from 'node:util';

import { type Duration, formatDuration } from './units/duration.ts';

/** One thing that is wrong with a declaration, told completely. */
export interface Problem {
  /** Path from the repository's root, such as `environments/production/config.ts`. */
  readonly file: string;
  /** Place in the declaration, such as `services.orders.owner`; empty for the whole of it. */
  readonly path: string;
  /** Stable, for machines: `config/…`. */
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A problem of the declaration at hand, before it is known which file holds it. */
export type Finding = Omit<Problem, 'file'>;

export function formatProblem(problem: Problem): string {
  const place = problem.path === '' ? problem.file : `${problem.file} › ${problem.path}`;
  return [
    `[${place}] ${problem.message}`,
    `    expected  ${problem.expected}`,
    `    received  ${problem.received}`,
    `    fix       ${problem.fix}`,
    `    code      ${problem.code}`,
  ].join('\n');
}

/** What stands in the declaration, short enough for one line. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (isDuration(value)) return formatDuration(value);
  const text = asJson(value) ?? inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Undefined for what JSON has no words for: symbols, big integers, circles. */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

const isDuration = (value: unknown): value is Duration =>
  typeof value === 'object' &&
  value !== null &&
  'seconds' in value &&
  typeof value.seconds === 'number' &&
  value.seconds >= 0;
