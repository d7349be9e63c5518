import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { takeLock } from '../lock.ts';
import { waitUntil } from '../wait-until.ts';

/** Addresses and ports are always the same, so that one process at a time has a platform. */
const file = join(tmpdir(), 'resilience-platform.taken');

/**
 * Waits until no other process has a platform here, and takes its place.
 *
 * @returns how it is given back
 */
export const takePlace = (): Promise<() => void> =>
  waitUntil('no other process has a platform here', 3_600_000, () =>
    Promise.resolve(takeLock(file)),
  );
