import { inspect } from 'node:util';

import { type Duration, formatDuration } from './units/duration.ts';

/** One thing that is wrong with a declaration, told completely. */
export interface Problem {
  /** Path from the repository's root, such as `environments/production/config.ts`; empty for what no file holds. */
  readonly file: string;
  /** Place in the declaration, such as `services.orders.owner`; empty for the whole of it. */
  readonly path: string;
  /** Where the place stands in its file, counted from 1, where that was found. */
  readonly line?: number;
  readonly column?: number;
  /** All places with this cause, the one above first, where there is more than one. */
  readonly places?: readonly Place[];
  /** Stable, for machines: `config/…`. */
  readonly code: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** What to do about it; lines to paste follow on lines of their own. */
  readonly fix: string;
  /** Equal for what has one cause though it reads differently; else what reads alike has one cause. */
  readonly cause?: string;
}

/** One of the places of a problem. */
export type Place = Partial<Pick<Problem, 'file'>> & Pick<Problem, 'path' | 'line' | 'column'>;

/** A problem of the declaration at hand, before it is known which file holds it. */
export type Finding = Omit<Problem, 'file'>;

/** More places than these hide the problems that follow. */
const shownPlaces = 3;

export function formatProblem(problem: Problem): string {
  const { places = [] } = problem;
  const others = places.length - 1;
  const more =
    others > 0 ? `, here and in ${others} other ${others === 1 ? 'place' : 'places'}` : '';
  return [
    `[${placeOf(problem)}] ${problem.message}${more}`,
    ...(others > 0 ? [`    also      ${formatPlaces(places.slice(1))}`] : []),
    `    expected  ${problem.expected}`,
    `    received  ${problem.received}`,
    `    fix       ${problem.fix.replaceAll('\n', '\n              ')}`,
    `    code      ${problem.code}`,
  ].join('\n');
}

const placeOf = ({ file, path, line, column }: Problem): string =>
  [line === undefined ? file : `${file}:${line}:${column ?? 1}`, path]
    .filter((part) => part !== '')
    .join(' › ');

function formatPlaces(places: readonly Place[]): string {
  const left = places.length - shownPlaces;
  const shown = places
    .slice(0, shownPlaces)
    .map(({ path, line }) => (line ? `${path} (line ${line})` : path));
  return `${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
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
