import { assumed } from './assumptions.ts';
import type { Gathered } from './gather.ts';
import { isWritten, type Written } from './records.ts';
import type { Source } from './source.ts';

const notes = {
  used: 'for a volume that does not say how full it is',
  dailyChange: 'for a volume that does not say how much of it changes',
} as const;

/** Volumes, each with the amounts that it does not declare. */
export function withAssumedAmounts(path: string, { value, sources }: Gathered): Gathered {
  if (!isWritten(value)) return { value, sources };
  const found: Record<string, Source> = { ...sources };
  const volumes = Object.entries(value).map(([name, volume]): [string, unknown] => {
    if (!isWritten(volume)) return [name, volume];
    const left = amounts.filter((amount) => volume[amount] === undefined);
    for (const amount of left) {
      const at = `${sources[`${path}.${name}`]?.at ?? `${path}.${name}`}.${amount}`;
      found[`${path}.${name}.${amount}`] = { from: 'assumed', at, note: notes[amount] };
    }
    return [name, withAmounts(volume, left)];
  });
  return { value: Object.fromEntries(volumes), sources: found };
}

const amounts = ['used', 'dailyChange'] as const;

const withAmounts = (volume: Written, left: readonly (typeof amounts)[number][]): Written => ({
  ...volume,
  ...Object.fromEntries(left.map((amount) => [amount, assumed[amount]])),
});
