import type { Cron } from './cron.ts';
import { calendarDays, firesOn } from './cron-gap.ts';

/** The first moment after this one at which a schedule fires, in UTC. */
export function nextFiring(cron: Cron, after: Date): Date {
  const [year, month, day] = [after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate()];
  for (let ahead = 0; ahead <= calendarDays; ahead += 1) {
    const midnight = new Date(Date.UTC(year, month, day + ahead));
    if (!firesOn(cron, midnight)) continue;
    const moments = cron.minutesOfDay.map((minute) => midnight.getTime() + minute * 60_000);
    const next = moments.find((moment) => moment > after.getTime());
    if (next !== undefined) return new Date(next);
  }
  throw new Error(`${cron.expression} never fires`);
}
