/**
 * What a test looks at one by one: an empty list would make its loop pass without a look.
 *
 * @throws when there is none
 */
export function some<T>(items: Iterable<T>): readonly T[] {
  const all = [...items];
  if (all.length === 0) throw new Error('there is nothing to look at');
  return all;
}
