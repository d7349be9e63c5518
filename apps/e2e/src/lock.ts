import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Gives a lock back. */
type Release = () => void;

/** SQLite's code for a file that another locks. */
const busy = 5;

/**
 * Takes a lock that one process at a time can have. The kernel holds it, by SQLite: it is free again when its process
 * has ended, however that ended, and what is written in the file means nothing. The file stays, as whoever removes
 * it may remove it from another.
 *
 * @param wait for how many milliseconds the process waits, and does nothing else
 * @returns undefined when another has it
 */
export function takeLock(file: string, wait = 0): Release | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: wait });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    database.close();
    if ((error as { readonly errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
}
