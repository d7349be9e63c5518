import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something holds.
 *
 * @param what completes "gave up waiting until …"
 * @param limit milliseconds
 * @throws when it does not hold in time
 */
export async function waitUntil(
  what: string,
  limit: number,
  holds: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`gave up waiting until ${what}`);
    await sleep(100);
  }
}
