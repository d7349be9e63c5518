import type { Environment } from '@resilience/config/environment';
import type { Measurement as Measured } from '@resilience/config/measurements';
import type { Measurement } from '@resilience/report/model/evidence';

/** What drills measured, each with the place of what it takes the place of. */
export const collectMeasurements = ({ measurements }: Environment): Measurement[] =>
  Object.entries(measurements).flatMap(([kind, all]) =>
    Object.entries(all).map(
      ([name, { runs, expected, worst, newest, evidence }]: [string, Measured]) => ({
        name: `recovery.${kind}.${name}`,
        runs,
        expected: amount(kind, name, expected),
        worst: amount(kind, name, worst),
        newest,
        evidence,
      }),
    ),
  );

function amount(kind: string, name: string, value: number): string {
  if (kind !== 'rates') return `${value} s`;
  return name === 'object-creation'
    ? `${value} objects/s`
    : `${(value / 1024 ** 2).toFixed(1)} MiB/s`;
}
