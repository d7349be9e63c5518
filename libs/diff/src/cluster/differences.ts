/** Places deeper than this are too many to be read. */
const deepest = 4;

/**
 * The places at which two objects differ: keys joined by dots; a list differs as a whole.
 *
 * @returns nothing where they are the same
 */
export function differences(one: unknown, other: unknown, at: readonly string[] = []): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (!isObject(one) || !isObject(other) || at.length === deepest) return [at.join('.')];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], [...at, key]),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
