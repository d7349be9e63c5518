/** Where a value of the declaration as understood comes from, when it does not stand at its own place. */
export interface Source {
  readonly from: 'service' | 'tier' | 'software' | 'derived' | 'assumed';
  /** Where it is written; where nothing is, the place in the declaration that would say otherwise. */
  readonly at: string;
  /** The tier's or the software's name, or from what it is derived. */
  readonly note: string;
}

/** By place in the declaration as understood; a place without an entry has the source of what it is in. */
export type Sources = Readonly<Record<string, Source>>;

export const joined = (parts: readonly Sources[]): Sources =>
  Object.fromEntries(parts.flatMap((sources) => Object.entries(sources)));

/** Where a value comes from, and the place of which that is known. */
export function sourceOf(
  sources: Sources,
  path: string,
): { readonly source: Source; readonly of: string } | undefined {
  for (let of = path; of !== ''; of = outer(of)) {
    const source = sources[of];
    if (source) return { source, of };
  }
  return undefined;
}

/** The place in the declaration as it is written of a place in the declaration as it is understood. */
export function writtenAt(sources: Sources, path: string): string {
  const found = sourceOf(sources, path);
  return found ? `${found.source.at}${path.slice(found.of.length)}` : path;
}

/** `services.orders.hooks[0]` → `services.orders.hooks` → `services.orders` */
const outer = (path: string): string => path.replace(/(^|\.|\[)[^.[]*$/, '');
