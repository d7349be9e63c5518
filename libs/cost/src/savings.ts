import type { Environment } from '@resilience/config/environment';
import { type Proof, prove } from '@resilience/recovery/prove';

import type { Edit } from './edit.ts';
import { editsOf } from './edits/index.ts';
import { price } from './price.ts';

/** A change, and what it costs. */
export interface Option extends Omit<Edit, 'environment'> {
  readonly environment: Environment;
  /** US dollars a month on average over 24 months; negative where it saves. */
  readonly difference: number;
}

/** Changes of less than that in a month are nobody's work. */
const worthwhile = 0.5;

/** Changes of one place that make the bill smaller and no verdict worse, the largest saving first. */
export function savings(environment: Environment): Option[] {
  const before = prove(environment);
  const cost = monthlyCost(environment);
  return editsOf(environment)
    .filter((edit) => !makesWorse(before, prove(edit.environment)))
    .map((edit) => ({ ...edit, difference: monthlyCost(edit.environment) - cost }))
    .filter(({ difference }) => difference <= -worthwhile)
    .toSorted((a, b) => a.difference - b.difference);
}

/** US dollars a month, on average over 24 months. */
export function monthlyCost(environment: Environment): number {
  const { total } = price(environment);
  return total.reduce((sum, month) => sum + month, 0) / total.length;
}

/** Whether an objective that held does not hold any more. */
export const makesWorse = (before: readonly Proof[], after: readonly Proof[]): boolean =>
  before.some(({ rpo, rto }, index) => {
    const now = after[index];
    return (rpo.holds && !now?.rpo.holds) || (rto.holds && !now?.rto.holds);
  });
