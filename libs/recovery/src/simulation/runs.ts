import type { Schedule } from '@resilience/config/declaration';

import type { Chance } from './chance.ts';
import type { SimulatedDay } from './walk-days.ts';

/** What befalls backups beyond what the proof assumes. */
export interface Mishaps {
  /** Of so many runs in a hundred nothing can be restored. */
  readonly failingRuns: number;
  /** So often in a year nothing is backed up for up to a day. */
  readonly outagesPerYear: number;
}

/** The backups that one schedule makes, as they come; times in minutes since the first day. */
export class Runs {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #schedule: Schedule;
  readonly #chance: Chance;
  #busyUntil = 0;

  constructor(schedule: Schedule, chance: Chance) {
    this.#schedule = schedule;
    this.#chance = chance;
  }

  /** Fires on a day as often as the schedule says, but never while its last backup is being made. */
  pass(day: SimulatedDay, failing: number, isOut: (minute: number) => boolean): void {
    const { cron, durationBudget } = this.#schedule;
    if (!this.#matches(day)) return;
    for (const minute of cron.minutesOfDay) {
      const start = day.index * 1440 + minute;
      if (start < this.#busyUntil || isOut(start)) continue;
      // Nearly always shorter than it may be, sometimes as long.
      const share = this.#chance.share();
      const end = start + (durationBudget.seconds / 60) * (share > 0.9 ? 1 : share);
      this.#busyUntil = end;
      if (this.#chance.share() * 100 < failing) continue;
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  #matches({ dayOfMonth, month, weekday }: SimulatedDay): boolean {
    const { cron } = this.#schedule;
    if (!cron.months.has(month)) return false;
    const byDate = cron.daysOfMonth.has(dayOfMonth);
    const byWeekday = cron.daysOfWeek.has(weekday);
    return cron.eitherDay ? byDate || byWeekday : byDate && byWeekday;
  }

  /**
   * When the newest backup was begun that has arrived by a moment, and is kept until another; undefined
   * if there is none.
   */
  newest(arrivedBy: number, neededAt: number, lag: number): number | undefined {
    const kept = this.#schedule.retention.seconds / 60;
    for (let index = this.#starts.length - 1; index >= 0; index -= 1) {
      const start = this.#starts[index] ?? 0;
      if (start + kept < neededAt) return undefined;
      if ((this.#ends[index] ?? 0) + lag <= arrivedBy) return start;
    }
    return undefined;
  }

  /** Nothing before a moment will be asked for any more, except the newest. */
  forget(before: number): void {
    const keep = this.#starts.findIndex((start) => start >= before);
    const gone = Math.min(keep < 0 ? this.#starts.length : keep, this.#starts.length - 1);
    if (gone <= 0) return;
    this.#starts.splice(0, gone);
    this.#ends.splice(0, gone);
  }
}
