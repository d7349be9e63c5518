import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a file as the only process that does, unless it was made before; while another makes it, that is
 * waited for.
 *
 * @param exists whether it is there
 */
export function alone(path: string, exists: () => boolean, make: () => void): void {
  const lock = `${path}.lock`;
  while (!exists()) {
    if (!take(lock)) {
      pause(500);
      continue;
    }
    try {
      if (!exists()) make();
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** A lock of a process that has ended without giving it back is nobody's. */
function take(lock: string): boolean {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(ownerOf(lock))) rmSync(lock, { force: true });
    return false;
  }
}

function ownerOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    // It was given back meanwhile.
    return process.pid;
  }
}

function isAlive(pid: number): boolean {
  // Its owner has made the file, and has not written into it yet.
  if (pid === 0) return true;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const pause = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
