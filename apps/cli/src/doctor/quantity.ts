const units: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Where an object has a quantity: anywhere else, "1" and "1000m" are two texts. */
const holdsQuantity = /(^|\.)(limits|requests)\.[^.]+$|\.sizeLimit$/;

/**
 * Whether both are one quantity: the API server writes `1Gi` for `1024Mi`.
 *
 * @param path where they stand in their object, such as `resources.limits.memory`
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function isSameQuantity(one: unknown, other: unknown, path: string): boolean {
  if (!holdsQuantity.test(path)) return false;
  const amount = amountOf(one);
  return amount !== undefined && amount === amountOf(other);
}

function amountOf(quantity: unknown): number | undefined {
  const [, count, unit = ''] = /^([\d.]+)([A-Za-z]*)$/.exec(String(quantity)) ?? [];
  const factor = unit === '' ? 1 : units[unit];
  return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}
