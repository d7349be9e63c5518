import type { Rule } from '../../rule.ts';
import { expressionsAreReadAlike } from './expressions-are-read-alike.ts';
import { newSchedulesStartAtOnce } from './new-schedules-start-at-once.ts';
import { schedulesDoNotCollide } from './schedules-do-not-collide.ts';
import { schedulesRun } from './schedules-run.ts';

export const schedulingRules: readonly Rule[] = [
  expressionsAreReadAlike,
  newSchedulesStartAtOnce,
  schedulesDoNotCollide,
  schedulesRun,
];
