import { type Environment, ownsBucket } from '@resilience/config/environment';
import { unpricedRegions } from '@resilience/cost/price';
import { pricedOn } from '@resilience/cost/price-list';
import type { CostOf } from '@resilience/report/model/cost';

import { billOf } from '../cost/bill-of.ts';
import { overBudget } from '@resilience/cost/over-budget';
import { costPicture } from '@resilience/documents/pictures/cost-picture';
import { costWords, paidParts } from '@resilience/documents/words/cost-words';

export function collectCost(environment: Environment): CostOf {
  const bill = billOf(environment);
  if (!bill) {
    const unpriced = ownsBucket(environment) ? unpricedRegions(environment) : [];
    return { ...nothing, budget: budgetOf(environment), unpriced };
  }
  return {
    bill: {
      ...bill,
      parts: paidParts(bill.parts).map((part) => ({ ...part, name: costWords[part.name] })),
    },
    unpriced: [],
    ...overBudget(environment, bill),
    pricedOn,
    picture: {
      title: `The cost of the backups of ${environment.name} in 24 months; the table below has the same`,
      svg: costPicture({
        environment: environment.name,
        bill,
        budget: budgetOf(environment),
      }),
    },
  };
}

const nothing = { bill: undefined, overBudgetIn: undefined, pricedOn, picture: undefined };

const budgetOf = (environment: Environment): number | undefined =>
  ownsBucket(environment) ? environment.storage.monthlyBudget.usd : undefined;
