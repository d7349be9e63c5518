import { readdirSync, readFileSync } from 'node:fs';

/** @returns the ids of processes by the words that started them */
export const processesWith = (isMeant: (words: readonly string[]) => boolean): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => isMeant(wordsOf(id)))
    .map(Number);

function wordsOf(id: string): string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
