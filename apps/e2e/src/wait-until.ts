import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something holds, and looks for it for a quarter of the time at most.
 *
 * @param what completes "gave up waiting until …"
 * @param limit milliseconds
 * @param pause the least time between two looks, in milliseconds
 * @returns what the attempt gave that succeeded
 * @throws when none does in time
 */
export async function waitUntil<T>(
  what: string,
  limit: number,
  attempt: () => Promise<T | false | undefined>,
  pause = 100,
): Promise<T> {
  const end = performance.now() + limit;
  for (;;) {
    const began = performance.now();
    const result = await attempt();
    if (result !== undefined && result !== false) return result;
    if (performance.now() > end) throw new Error(`gave up waiting until ${what}`);
    await sleep(Math.max(pause, 3 * (performance.now() - began)));
  }
}
