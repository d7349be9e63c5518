import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that repeats with its seed. */
export interface Chance {
  /** At least 0, below 1. */
  readonly share: () => number;
}

/** @param seed a whole number */
export function chance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return { share: () => (generator.next() >>> 0) / 2 ** 32 };
}

/** Around what is expected, between half of it and the worst. */
export function between(
  { share }: Chance,
  { expected, worst }: { readonly expected: number; readonly worst: number },
): number {
  const low = Math.min(expected, worst) / 2;
  const width = Math.max(expected, worst) - low;
  if (width === 0) return low;
  const peak = (Math.min(expected, worst) - low) / width;
  const at = share();
  return at < peak
    ? low + width * Math.sqrt(at * peak)
    : low + width * (1 - Math.sqrt((1 - at) * (1 - peak)));
}
