import { backups } from './backups.ts';
import type { Dashboard } from './dashboard.ts';
import { fleetOverview } from './fleet-overview.ts';
import { restoresAndDrills } from './restores-and-drills.ts';
import { storageAndCost } from './storage-and-cost.ts';

/** The one to open first comes first. */
export const dashboards: readonly Dashboard[] = [
  fleetOverview,
  backups,
  restoresAndDrills,
  storageAndCost,
];
