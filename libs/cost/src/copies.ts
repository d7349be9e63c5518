import type { Volume } from '@resilience/config/declaration';

import type { Backup } from './backups.ts';
import { calendar, type Daily } from './calendar.ts';

/** The copies of one volume that share what did not change between them, in gibibytes. */
export interface Copies {
  /** At the end of each day. */
  readonly stored: Daily;
  /** Written on each day. */
  readonly added: Daily;
  /** No longer needed by any copy, from each day on. */
  readonly freed: Daily;
}

export const gibibytes = (bytes: number): number => bytes / 1024 ** 3;

/** What a volume holds, in gibibytes. */
export const usedBy = ({ size, used }: Volume): number =>
  (gibibytes(size.bytes) * used.percent) / 100;

/**
 * What copies of a volume take: the first one all that is used, each other one what changed since the
 * one before it that is still there. Blocks change independently of each other, so that a part of what
 * changes on the second day has changed on the first.
 */
export function copiesOf(volume: Volume, backups: readonly Backup[]): Copies {
  const used = usedBy(volume);
  const daily = 1 - volume.dailyChange.percent / 100;
  const since = (before: Backup | undefined, made: number): number =>
    before ? used * (1 - daily ** (made - before.made)) : used;
  const copies: { stored: number[]; added: number[]; freed: number[] } = {
    stored: [],
    added: [],
    freed: [],
  };
  let kept: Kept[] = [];
  const days = byDay(backups);
  for (const { index } of calendar) {
    let added = 0;
    for (const backup of days.get(index) ?? []) {
      const before = kept.findLast(({ expires }) => expires > backup.made);
      kept.push({ ...backup, holds: since(kept.at(-1), backup.made) });
      added += since(before, backup.made);
    }
    kept = withoutExpired(kept, index + 1, since);
    const stored = kept.reduce((total, { holds }) => total + holds, 0);
    copies.freed.push(Math.max(0, (copies.stored.at(-1) ?? 0) + added - stored));
    copies.stored.push(stored);
    copies.added.push(added);
  }
  return copies;
}

interface Kept extends Backup {
  /** What differs from the one before it, in gibibytes. */
  holds: number;
}

/** What only an expired copy held is freed; the next one keeps what it shared with it. */
function withoutExpired(
  kept: readonly Kept[],
  now: number,
  since: (before: Backup | undefined, made: number) => number,
): Kept[] {
  if (kept.every(({ expires }) => expires >= now)) return [...kept];
  const left: Kept[] = [];
  for (const [index, copy] of kept.entries()) {
    if (copy.expires < now) continue;
    const before = left.at(-1);
    if (before !== kept[index - 1]) copy.holds = since(before, copy.made);
    left.push(copy);
  }
  return left;
}

/** The backups of each day, in their order. */
function byDay(backups: readonly Backup[]): Map<number, Backup[]> {
  const days = new Map<number, Backup[]>();
  for (const backup of backups.toSorted((a, b) => a.made - b.made)) {
    const day = Math.floor(backup.made);
    days.set(day, [...(days.get(day) ?? []), backup]);
  }
  return days;
}
