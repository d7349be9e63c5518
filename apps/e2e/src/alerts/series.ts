import type { Duration } from '@resilience/config/duration';

/** A series as Prometheus scrapes it, from the moment zero on. */
export interface Series {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** In their order; the first from the moment zero on. */
  readonly stages: readonly Stage[];
}

/** A value that holds from a moment on; without a value the series is gone. */
export interface Stage {
  readonly from: Duration;
  readonly value?: number;
  /** How much is added with each step. */
  readonly growth?: number;
}

const start: Duration = { seconds: 0 };

/** A series that stays as it is. */
export const steady = (
  name: string,
  labels: Readonly<Record<string, string>>,
  value: number,
): Series => ({ name, labels, stages: [{ from: start, value }] });

/** A series that has one value until a moment, and another from then on. */
export const switched = (
  name: string,
  labels: Readonly<Record<string, string>>,
  [before, at, after]: readonly [number | undefined, Duration, number | undefined],
): Series => ({
  name,
  labels,
  stages: [stage(start, before), stage(at, after)],
});

const stage = (from: Duration, value: number | undefined): Stage =>
  value === undefined ? { from } : { from, value };

/** As promtool takes it, `up{job="velero"}`. */
export function selectorOf({ name, labels }: Pick<Series, 'name' | 'labels'>): string {
  const matchers = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `${name}{${matchers.join(',')}}`;
}

/**
 * The values of a series at each step until the end, as promtool takes them: `1+0x9 stale _x4`.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export function valuesOf({ stages }: Series, step: Duration, end: Duration): string {
  return stages
    .map((current, index) => {
      const until = stages[index + 1]?.from ?? { seconds: end.seconds + step.seconds };
      const count = Math.ceil((until.seconds - current.from.seconds) / step.seconds);
      return count <= 0 ? '' : written(current, count, index === 0);
    })
    .filter((text) => text !== '')
    .join(' ');
}

function written({ value, growth = 0 }: Stage, count: number, isFirst: boolean): string {
  if (value !== undefined) return `${value}${growth < 0 ? '' : '+'}${growth}x${count - 1}`;
  if (isFirst) return `_x${count}`;
  return count === 1 ? 'stale' : `stale _x${count - 1}`;
}
