/** `services.orders.workloads[0].name` */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`,
    )
    .join('');

/** Sets one place of a value, or takes the place away where `to` is undefined; the value stays as it was. */
export function withValueAt(
  value: unknown,
  [key, ...rest]: readonly PropertyKey[],
  to: unknown,
): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.with(Number(key), withValueAt(value[Number(key)], rest, to));
  const known: Record<PropertyKey, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const next = withValueAt(known[key], rest, to);
  if (next !== undefined) return { ...known, [key]: next };
  delete known[key];
  return known;
}
