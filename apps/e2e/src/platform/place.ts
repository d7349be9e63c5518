import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { waitUntil } from '../wait-until.ts';

/** Addresses and ports are always the same, so that one process at a time has a platform. */
const file = join(tmpdir(), 'resilience-platform.owner');

/**
 * Waits until no other process has a platform here, and takes its place.
 *
 * @returns how it is given back
 */
export async function takePlace(): Promise<() => void> {
  await waitUntil('no other process has a platform here', 3_600_000, () => {
    const owner = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (owner !== '' && existsSync(`/proc/${owner}`)) return Promise.resolve(false);
    rmSync(file, { force: true });
    return Promise.resolve(isTaken());
  });
  return () => rmSync(file, { force: true });
}

/** @returns false where another was faster */
function isTaken(): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
