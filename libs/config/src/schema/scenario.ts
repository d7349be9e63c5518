import { duration, object, positiveDuration } from './scalars.ts';

/** The disasters that each service declares its objectives for. */
export const scenarios = [
  'pod-failure',
  'volume-corruption',
  'namespace-deletion',
  'cluster-corruption',
  'region-failure',
  /** The bucket is emptied or gone, and a service has to be restored all the same. */
  'bucket-loss',
  /** No key of the region decrypts any more, and a service has to be restored all the same. */
  'key-loss',
  /** An intruder with the cluster's rights has deleted or encrypted what these rights reach. */
  'malicious-deletion',
  /** Data was damaged by mistake, and it is noticed only later. */
  'late-discovery',
] as const;

export type Scenario = (typeof scenarios)[number];

const objective = object('an objective such as { rpo: hours(24), rto: minutes(30) }', {
  /** Recovery point objective: the most data, in time, that may be lost; zero for none. */
  rpo: duration,
  /** Recovery time objective: the longest until the service is verified to be back. */
  rto: positiveDuration,
});

export const objectives = object(`an objective for each of ${scenarios.join(', ')}`, {
  'pod-failure': objective,
  'volume-corruption': objective,
  'namespace-deletion': objective,
  'cluster-corruption': objective,
  'region-failure': objective,
  'bucket-loss': objective,
  'key-loss': objective,
  'malicious-deletion': objective,
  'late-discovery': objective,
} satisfies Record<Scenario, typeof objective>);
