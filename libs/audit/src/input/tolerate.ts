import type { z } from 'zod';

import { at, isObject } from './plain.ts';

/** A field of a type that its reader does not take. */
export interface WrongType {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
  readonly received: unknown;
}

interface Tolerated<T> {
  readonly data: T;
  readonly wrong: readonly WrongType[];
}

const roundsAtMost = 50;

/**
 * What a shape can read of a value: a field of a wrong type is left out, and listed.
 *
 * @param shape takes an object without any fields
 */
export function tolerate<T>(shape: z.ZodType<T>, value: unknown): Tolerated<T> {
  const wrong: WrongType[] = [];
  let rest: unknown = isObject(value) ? structuredClone(value) : {};
  for (let round = 0; round < roundsAtMost; round += 1) {
    const parsed = shape.safeParse(rest);
    if (parsed.success) return { data: parsed.data, wrong };
    for (const { path, message } of parsed.error.issues.toReversed()) {
      wrong.push({ path, expected: message, received: at(rest, path) });
      rest = without(rest, path);
    }
  }
  return { data: shape.parse({}), wrong };
}

function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [key, ...others] = path;
  if (key === undefined) return {};
  if (Array.isArray(value)) {
    const index = Number(key);
    if (others.length === 0) return value.filter((_, position) => position !== index);
    return value.map((one, position) => (position === index ? without(one, others) : one));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      if (name !== key) return [[name, one]];
      return others.length === 0 ? [] : [[name, without(one, others)]];
    }),
  );
}
