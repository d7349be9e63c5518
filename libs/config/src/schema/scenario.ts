import { duration, object, positiveDuration } from './scalars.ts';

/** The disasters that each service declares its objectives for, from the mildest to the worst. */
export const scenarios = [
  'pod-failure',
  'volume-corruption',
  'namespace-deletion',
  'cluster-corruption',
  'region-failure',
] as const;

export type Scenario = (typeof scenarios)[number];

const objective = object('an objective such as { rpo: hours(24), rto: minutes(30) }', {
  /** Recovery point objective: the most data, in time, that may be lost; zero for none. */
  rpo: duration,
  /** Recovery time objective: the longest that recovery may take. */
  rto: positiveDuration,
});

export const objectives = object(`an objective for each of ${scenarios.join(', ')}`, {
  'pod-failure': objective,
  'volume-corruption': objective,
  'namespace-deletion': objective,
  'cluster-corruption': objective,
  'region-failure': objective,
} satisfies Record<Scenario, typeof objective>);
