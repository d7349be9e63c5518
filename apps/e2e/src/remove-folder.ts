import { rmSync } from 'node:fs';

/**
 * Removes the folder of a program that was just ended, and may still write its last file: an end by signal is not
 * waited for where a process exits.
 */
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
