import { isRecord } from './record.ts';

/** What went wrong below `fetch`, which itself says no more than "fetch failed". */
export function reasonOf(error: unknown): string {
  const cause = isRecord(error) ? error['cause'] : undefined;
  if (cause instanceof Error) return reasonOf(cause);
  if (!(error instanceof Error)) return String(error);
  // An attempt at several addresses has a code alone.
  return error.message || ('code' in error ? String(error.code) : error.name);
}
