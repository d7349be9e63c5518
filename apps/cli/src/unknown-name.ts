import { nearest } from '@resilience/config/nearest';

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

/** The one known name that begins so, or the nearest; undefined where none is near. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  if (name === '') return undefined;
  const begun = known.filter((one) => one.startsWith(name));
  return begun.length === 1 ? begun[0] : nearest(name, known);
}
