import { days, type Duration } from '@resilience/config/duration';

const units = [
  ['d', days(1).seconds],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/**
 * A duration as Prometheus takes it: `1d6h`, `15m`, `0s`.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#time-durations
 */
export function promDuration({ seconds }: Duration): string {
  let rest = seconds;
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? `${count}${unit}` : '';
  });
  return parts.join('') || '0s';
}

/** A matcher of exactly these values, in their order: `schedule=~"daily|weekly"`, `schedule="daily"`. */
export const oneOf = (label: string, values: readonly string[]): string =>
  values.length === 1
    ? `${label}="${values[0]}"`
    : `${label}=~"${values.map(escapeRegExp).join('|')}"`;

/** Names hold no more than letters, digits, dashes and dots; PromQL reads a backslash itself, too. */
const escapeRegExp = (text: string): string => text.replaceAll('.', String.raw`\\.`);

/** Some of these series, the first that there are any of. */
export const firstOf = (...expressions: readonly string[]): string => expressions.join('\nor\n');
