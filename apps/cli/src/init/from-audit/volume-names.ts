import type { FoundVolume } from './audited.ts';

/** A name of its own for each volume of a namespace: of several that are called alike, after their workloads. */
export function volumeNames(volumes: readonly FoundVolume[]): ReadonlyMap<FoundVolume, string> {
  const named = new Map<FoundVolume, string>();
  const taken = new Set<string>();
  for (const volume of volumes) {
    const isShared = volumes.some((one) => one !== volume && one.name === volume.name);
    const owner = volume.workloads[0]?.split('/')[1];
    const wanted = asLabel(isShared && owner ? `${owner}-${volume.name}` : volume.name);
    const name = firstFree(wanted, taken);
    taken.add(name);
    named.set(volume, name);
  }
  return named;
}

/** As the declaration takes names. */
const asLabel = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replaceAll(/-+$/g, '');

function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => `${name}-${index + 2}`);
  return numbers.find((one) => !taken.has(one)) ?? name;
}
