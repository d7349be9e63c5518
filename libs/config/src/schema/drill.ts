import { cron, object, positiveDuration } from './scalars.ts';

/** When something is restored to see that it can be: ArgoCD leaves the layer alone meanwhile. */
export const drill = object('a drill: cron and durationBudget', {
  cron,
  /** The longest that it may take. */
  durationBudget: positiveDuration,
});
