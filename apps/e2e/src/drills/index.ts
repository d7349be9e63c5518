import { aborted } from './aborted.ts';
import { approvedByOne } from './approved-by-one.ts';
import { checkFails } from './check-fails.ts';
import { cleanUpFails } from './clean-up-fails.ts';
import type { DrillCase } from './drill-case.ts';
import { drillSucceeds } from './drill-succeeds.ts';
import { twoAtOnce } from './two-at-once.ts';

/** In the order in which they are run; what the last loses is lost. */
export const drills: readonly DrillCase[] = [
  drillSucceeds,
  twoAtOnce,
  aborted,
  cleanUpFails,
  approvedByOne,
  checkFails,
];
