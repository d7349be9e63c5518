export type PlainObject = Readonly<Record<string, unknown>>;

/** More than any file of manifests holds; aliases can make far more of a few lines. */
const nodesAtMost = 500_000;
const depthAtMost = 100;

/** What a document holds is more, or deeper, than any manifest. */
export class TooLarge extends Error {}

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Objects, lists, texts, numbers and booleans alone. What is null is left out, as Kubernetes leaves it out; what
 * YAML 1.1 takes for a date or bytes is a text again.
 *
 * @throws {TooLarge}
 */
export function plain(value: unknown): unknown {
  let nodes = 0;
  const copy = (inner: unknown, depth: number): unknown => {
    nodes += 1;
    if (nodes > nodesAtMost || depth > depthAtMost) throw new TooLarge();
    if (Array.isArray(inner)) return inner.map((one) => copy(one, depth + 1));
    if (inner instanceof Date) return inner.toISOString();
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('utf8');
    if (typeof inner === 'bigint') return Number(inner);
    if (inner instanceof Set || inner instanceof Map) return copy([...inner.keys()], depth);
    if (!isObject(inner)) return inner;
    return fromEntries(
      Object.entries(inner)
        .filter(([, one]) => one !== null && one !== undefined)
        .map(([key, one]) => [key, copy(one, depth + 1)]),
    );
  };
  return copy(value, 0);
}

/** A key named `__proto__` is a key like others. */
export const fromEntries = (entries: readonly (readonly [string, unknown])[]): PlainObject => {
  const made: Record<string, unknown> = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  return made;
};

/** What stands at a place, if anything does. */
export const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );

export const objectAt = (value: unknown, ...path: readonly PropertyKey[]): PlainObject => {
  const found = at(value, path);
  return isObject(found) ? found : {};
};

export const listAt = (value: unknown, ...path: readonly PropertyKey[]): readonly unknown[] => {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
};

/** A text; a number or a boolean as it would be written. */
export const textAt = (value: unknown, ...path: readonly PropertyKey[]): string | undefined => {
  const found = at(value, path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
};

/** True, or the text of it, as flags of Helm are often written. */
export const isTrue = (value: unknown, ...path: readonly PropertyKey[]): boolean =>
  textAt(value, ...path) === 'true';

/** Places of a list, as parameters of Helm name them: `locations[0].name`. */
const isIndexed = (value: PlainObject): boolean =>
  Object.keys(value).length > 0 && Object.keys(value).every((key) => /^\d{1,2}$/.test(key));

/** One over another, as Helm lays values over each other: objects key by key, all else as a whole. */
export function overlay(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && isObject(above) && isIndexed(above)) {
    const length = Math.max(below.length, ...Object.keys(above).map((key) => Number(key) + 1));
    return Array.from({ length }, (_, index) => overlay(below[index], above[index]));
  }
  if (!isObject(below) || !isObject(above)) return above === undefined ? below : above;
  const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
  return fromEntries([...keys].map((key) => [key, overlay(at(below, [key]), at(above, [key]))]));
}
