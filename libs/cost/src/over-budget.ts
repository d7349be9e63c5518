import type { Environment } from '@resilience/config/environment';

import type { Bill } from './price.ts';

/** The declared budget, and the first month, from 1, that costs more. */
export function overBudget(
  { storage }: Environment,
  { total }: Bill,
): { budget: number | undefined; overBudgetIn: number | undefined } {
  if (storage.kind !== 'bucket') return { budget: undefined, overBudgetIn: undefined };
  const budget = storage.monthlyBudget.usd;
  const month = total.findIndex((usd) => usd > budget);
  return { budget, overBudgetIn: month < 0 ? undefined : month + 1 };
}
