import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something holds.
 *
 * @param what completes "gave up waiting until …"
 * @param limit milliseconds
 * @returns what the attempt gave that succeeded
 * @throws when none does in time
 */
export async function waitUntil<T>(
  what: string,
  limit: number,
  attempt: () => Promise<T | false | undefined>,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const result = await attempt();
    if (result !== undefined && result !== false) return result;
    if (performance.now() > end) throw new Error(`gave up waiting until ${what}`);
    await sleep(100);
  }
}
