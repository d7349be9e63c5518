import { closest, distance } from 'fastest-levenshtein';

import { refuse } from './refusal.ts';

/**
 * @param kind such as `service`
 * @throws {Refusal} with each name that is not known
 */
export function refuseUnknown(
  kind: string,
  names: readonly string[],
  known: readonly string[],
): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) refuse(...unknown.map((name) => unknownName(kind, name, known)));
}

/**
 * Says that a name is not known, which names are, and which of them was probably meant.
 *
 * @param kind such as `service`
 */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const meant = suggestion(name, known);
  return [
    `no ${kind} is called ${name}`,
    known.length > 0 ? `there are ${known.join(', ')}` : 'there are none',
    ...(meant === undefined ? [] : [`did you mean ${meant}?`]),
  ].join('; ');
}

/** The known name that a mistyped one is nearest to; undefined where none is near. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name === '') return undefined;
  const begun = known.filter((one) => one.startsWith(name));
  if (begun.length === 1) return begun[0];
  const nearest = closest(name, known);
  // As commander judges verbs and flags: two thirds have to be right.
  const allowed = Math.max(1, Math.floor(Math.max(name.length, nearest.length) / 3));
  return distance(name, nearest) <= allowed ? nearest : undefined;
}
