import { formatDuration } from '@resilience/config/duration';

/** A started second counts. */
export const time = (seconds: number): string => formatDuration({ seconds: Math.ceil(seconds) });

/** @param unknown stands where no time is known */
export const timeOr = (unknown: string, seconds: number | undefined): string =>
  seconds === undefined ? unknown : time(seconds);

/** `2026-11-30 07:00:00`, of an instant in UTC as ISO 8601 has it. */
export const moment = (instant: string): string => instant.slice(0, 19).replace('T', ' ');

/** `1 drill`, `2 drills` */
export const count = (of: number, noun: string): string => `${of} ${noun}${of === 1 ? '' : 's'}`;

/** US dollars, such as `12.30`. */
export const usd = (amount: number): string => amount.toFixed(2);
