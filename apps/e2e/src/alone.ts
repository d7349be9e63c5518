import { takeLock } from './lock.ts';

/**
 * Makes a file as the only process that does, unless it was made before; while another makes it, that is
 * waited for.
 *
 * @param exists whether it is there
 */
export function alone(path: string, exists: () => boolean, make: () => void): void {
  while (!exists()) {
    const release = takeLock(`${path}.taken`, 60_000);
    try {
      if (release && !exists()) make();
    } finally {
      release?.();
    }
  }
}
