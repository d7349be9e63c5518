/** A length of time. Made by {@link seconds}, {@link minutes}, {@link hours} and {@link days}. */
export interface Duration {
  readonly seconds: number;
}

/** @param count seconds, zero or more */
export const seconds = (count: number): Duration => ({ seconds: count });

/** @param count minutes of 60 seconds */
export const minutes = (count: number): Duration => seconds(count * 60);

/** @param count hours of 60 minutes */
export const hours = (count: number): Duration => minutes(count * 60);

/** @param count days of 24 hours: everything here is UTC, where no day is longer or shorter */
export const days = (count: number): Duration => hours(count * 24);

/** Whole and fractional days of 24 hours. */
export const inDays = (duration: Duration): number => duration.seconds / days(1).seconds;

const parts = [
  ['d', days(1).seconds],
  ['h', hours(1).seconds],
  ['min', minutes(1).seconds],
  ['s', 1],
] as const;

/** For people: `1 d 6 h`, `15 min`, `0 s`. */
export function formatDuration({ seconds: total }: Duration): string {
  let rest = total;
  const shown = parts.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [`${count} ${unit}`] : [];
  });
  return shown.length > 0 ? shown.join(' ') : '0 s';
}

/**
 * The text that Go's `time.Duration` prints: `720h0m0s`, `15m0s`, `45s`. Velero writes objects back
 * in this form, so any other spelling would show up in ArgoCD as drift.
 */
export function goDuration({ seconds: total }: Duration): string {
  const hour = Math.floor(total / 3600);
  const minute = Math.floor((total % 3600) / 60);
  const second = total % 60;
  if (hour > 0) return `${hour}h${minute}m${second}s`;
  return minute > 0 ? `${minute}m${second}s` : `${second}s`;
}
