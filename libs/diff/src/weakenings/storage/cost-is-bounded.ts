import { ofBucket } from '../../of-bucket.ts';

export const costIsBounded = ofBucket({
  id: 'storage/cost-is-bounded',
  path: 'storage.monthlyBudget',
  guard: ({ storage: { monthlyBudget } }) => ({
    strength: -monthlyBudget.usd,
    value: String(monthlyBudget.usd),
  }),
  sentence: (after, before) =>
    `The budget is ${after} instead of ${before} US dollars a month: alerts on cost are measured by it.`,
});
