import { approvedByOne } from './approved-by-one.ts';
import { checkFails } from './check-fails.ts';
import { cleanUpFails } from './clean-up-fails.ts';
import { contentDamaged } from './content-damaged.ts';
import type { DrillCase } from './drill-case.ts';
import { twoAtOnce } from './two-at-once.ts';

/** Those of one lane are run in their order, lanes beside each other; what the last of a lane loses is lost. */
export const lanes: readonly (readonly DrillCase[])[] = [
  [twoAtOnce, cleanUpFails, checkFails],
  [approvedByOne, contentDamaged],
];
