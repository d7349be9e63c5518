import { days, hours, minutes } from '@resilience/config';
import type { Duration } from '@resilience/config/duration';

const units = new Map([
  ['d', days],
  ['h', hours],
  ['m', minutes],
]);

/** `30d`, `12h` or `45m`; undefined for what is no duration. */
export function parseDuration(text: string): Duration | undefined {
  const { count = '', unit = '' } = /^(?<count>\d+)(?<unit>[dhm])$/.exec(text)?.groups ?? {};
  const make = units.get(unit);
  return make && Number(count) > 0 ? make(Number(count)) : undefined;
}
