import type { Cron } from '@resilience/config/cron';
import { calendarDays, firingDays, gapsOf, periodOf } from '@resilience/config/cron-gap';

/** A schedule, as its backups arrive. */
export interface Arrivals {
  readonly cron: Cron;
  /** Seconds from the firing until the copy is where it is needed. */
  readonly delay: number;
}

const minutesPerDay = 1440;
const secondsPerDay = 86_400;

const known = new Map<string, number>();

/**
 * The most that is lost when any of the schedules may serve, in seconds: right before a backup arrives,
 * the newest of all that have arrived is as old as it gets. Each backup takes as long as it may; a
 * quicker one only helps.
 */
export function jointLoss(schedules: readonly Arrivals[]): number {
  const key = schedules.map(({ cron, delay }) => `${cron.expression} ${delay}`).join('\n');
  const loss = known.get(key) ?? computeLoss(schedules);
  known.set(key, loss);
  return loss;
}

function computeLoss(schedules: readonly Arrivals[]): number {
  const beyond = horizon(schedules);
  const waiting = schedules.map(({ cron, delay }) => ({ starts: firings(cron, beyond), delay }));
  const heads = waiting.map(({ starts, delay }) => ({ start: take(starts), delay, starts }));
  let newest: number | undefined;
  let worst = 0;
  // Where one of them ends, what is missing would be counted as lost.
  while (heads.every(({ start }) => start !== Number.POSITIVE_INFINITY)) {
    const next = heads.reduce((a, b) => (a.start + a.delay <= b.start + b.delay ? a : b));
    if (newest !== undefined) worst = Math.max(worst, next.start + next.delay - newest);
    newest = Math.max(newest ?? next.start, next.start);
    next.start = take(next.starts);
  }
  return worst;
}

const take = (starts: Iterator<number, void>): number => {
  const { value } = starts.next();
  return value ?? Number.POSITIVE_INFINITY;
};

/**
 * Days after which nothing new happens: a period of all schedules, before it until each has arrived,
 * and behind it until each would arrive again.
 */
function horizon(schedules: readonly Arrivals[]): number {
  const period = Math.max(...schedules.map(({ cron }) => periodOf(cron)));
  const gap = Math.max(...schedules.map(({ cron }) => gapsOf(cron).longest.seconds));
  const delay = Math.max(...schedules.map((schedule) => schedule.delay));
  return period + Math.ceil((3 * gap + delay) / secondsPerDay) + 1;
}

/** Seconds since the first day of the calendar, which begins again after its end. */
function* firings(cron: Cron, beyond: number): Generator<number, void> {
  for (let begin = 0; begin < beyond; begin += calendarDays) {
    for (const day of firingDays(cron)) {
      if (begin + day >= beyond) return;
      for (const minute of cron.minutesOfDay) yield ((begin + day) * minutesPerDay + minute) * 60;
    }
  }
}
