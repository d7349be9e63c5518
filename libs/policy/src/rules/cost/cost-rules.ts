import type { Rule } from '../../rule.ts';
import { budgetIsBounded } from './budget-is-bounded.ts';
import { budgetIsWatched } from './budget-is-watched.ts';
import { coldClassesPayOff } from './cold-classes-pay-off.ts';
import { replicasAreInfrequent } from './replicas-are-infrequent.ts';
import { resourcesAreTagged } from './resources-are-tagged.ts';

export const costRules: readonly Rule[] = [
  budgetIsBounded,
  budgetIsWatched,
  coldClassesPayOff,
  replicasAreInfrequent,
  resourcesAreTagged,
];
