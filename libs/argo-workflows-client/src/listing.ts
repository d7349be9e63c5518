import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';

export interface ListOptions extends CallOptions {
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
  /** How many at most; the next page begins at `metadata.continue` of this one. */
  readonly limit?: number;
  readonly continue?: string;
}

/** A part of a list. */
export interface Page<Item> {
  readonly metadata: {
    /** Where a watch goes on from. */
    readonly resourceVersion?: string;
    /** Where the next page begins; absent at the end. */
    readonly continue?: string;
  };
  readonly items: readonly Item[];
}

/** Reads a page; the server writes `null` for no items. */
export async function list<Item>(
  connection: Connection,
  path: readonly string[],
  options: ListOptions & { readonly fields?: string },
): Promise<Page<Item>> {
  const { labelSelector, fieldSelector, limit, fields, signal } = options;
  type Written = Omit<Page<Item>, 'items'> & { readonly items: readonly Item[] | null };
  const { metadata, items } = await connection.request<Written>({
    method: 'GET',
    path,
    query: {
      'listOptions.labelSelector': labelSelector,
      'listOptions.fieldSelector': fieldSelector,
      'listOptions.limit': limit,
      'listOptions.continue': options.continue,
      fields,
    },
    ...(signal && { signal }),
  });
  return { metadata, items: items ?? [] };
}
