import type { Environment } from '@resilience/config/environment';

import { calendar, type Daily, months } from './calendar.ts';
import type { Component, PartName } from './component.ts';
import { components } from './components/index.ts';
import { snapshots } from './components/snapshots.ts';
import { contentsOf } from './contents.ts';
import { pricesOf } from './price-list.ts';

/** What an environment's backups cost. */
export interface Bill {
  readonly parts: readonly Part[];
  /** US dollars in each of 24 months from an empty bucket. */
  readonly total: readonly number[];
}

export interface Part {
  readonly name: PartName;
  readonly of: string;
  /** US dollars in each of 24 months. */
  readonly months: readonly number[];
}

/** Regions that no prices are known of. */
export const unpricedRegions = (environment: Environment): string[] =>
  regionsOf(environment).filter((region) => !pricesOf(environment, region));

const regionsOf = ({ aws }: Environment): string[] =>
  aws.drRegion === undefined ? [aws.region] : [aws.region, aws.drRegion];

/** @throws {RangeError} where a region has no known prices: ask {@link unpricedRegions} before */
export function price(environment: Environment): Bill {
  const parts = partsOf(environment, components);
  const total = Array.from({ length: months }, (_, month) =>
    parts.reduce((sum, part) => sum + (part.months[month] ?? 0), 0),
  );
  return { parts, total };
}

/**
 * What the snapshots alone cost, in US dollars in each of 24 months.
 *
 * @throws {RangeError} as {@link price} does
 */
export const snapshotPrices = (environment: Environment): readonly number[] =>
  partsOf(environment, [snapshots]).flatMap((part) => part.months);

function partsOf(environment: Environment, chosen: readonly Component[]): Part[] {
  const { region } = environment.aws;
  // Without a DR region nothing is away: no part of the bill looks at its prices.
  const { drRegion = region } = environment.aws;
  const [home, away] = [pricesOf(environment, region), pricesOf(environment, drRegion)];
  if (!home || !away) throw new RangeError(`no prices of ${region} or ${drRegion}`);
  const contents = contentsOf(environment);
  return chosen.map(({ name, of, cost }) => ({
    name,
    of,
    months: byMonth(cost({ environment, contents, home, away })),
  }));
}

function byMonth(daily: Daily): number[] {
  const sums = Array.from({ length: months }, () => 0);
  for (const { index, month } of calendar) sums[month] = (sums[month] ?? 0) + (daily[index] ?? 0);
  return sums;
}
