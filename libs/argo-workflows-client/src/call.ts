import type { FetchRequest } from './fetch.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A call of the API. */
export interface Call extends CallOptions {
  readonly method: FetchRequest['method'];
  /** Segments below `/api/v1`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: object;
}

/**
 * The address of a call.
 *
 * @throws TypeError for a segment that would lead to another place: the name of nothing is a list
 */
export function urlOf(base: string, { path, query = {} }: Call): URL {
  const url = new URL(`${base}/api/v1/${path.map(escaped).join('/')}`);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

function escaped(segment: string): string {
  if (/^\.{0,2}$/.test(segment)) throw new TypeError(`"${segment}" is no name`);
  return encodeURIComponent(segment);
}
