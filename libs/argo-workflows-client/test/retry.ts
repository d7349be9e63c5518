import type { RetryPolicy } from '../src/backoff.ts';

/** Tries again at once. */
export const retry = (retries: number): RetryPolicy => ({
  retries,
  initialDelayMilliseconds: 1,
  maximumDelayMilliseconds: 2,
});
