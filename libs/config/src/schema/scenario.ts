import { z } from 'zod';

import { duration, object, positiveDuration, reason } from './scalars.ts';

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

const objectivePhrase = 'an objective such as { rpo: hours(24), rto: minutes(30) }';

const demanded = object(objectivePhrase, {
  /** Recovery point objective: the most data, in time, that may be lost; zero for none. */
  rpo: duration,
  /** Recovery time objective: the longest until the service is verified to be back. */
  rto: positiveDuration,
});

/** What is lost in a disaster that the organisation accepts not to survive. */
const accepted = object('an accepted loss such as { unprotected: "Built anew from its source." }', {
  /** Why nobody needs it back. The policy of the organisation says which tiers may be given up. */
  unprotected: reason,
});

export type Objective = z.output<typeof demanded>;
type Accepted = z.output<typeof accepted>;

/** Whether a service is given up in a disaster, rather than recovered within an objective. */
export const isUnprotected = (declared: Objective | Accepted): declared is Accepted =>
  'unprotected' in declared;

const objective = z.union([demanded, accepted], {
  error: `${objectivePhrase}, or { unprotected: "Built anew from its source." }`,
});

const givesUp = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'unprotected' in value;

const neverLost =
  'an objective such as { rpo: seconds(0), rto: minutes(5) }: a failed pod loses nothing that could be given up';

/** A pod that fails is started again from what is there: nobody has to give anything up. */
const kept = z.preprocess((value: Objective, context) => {
  if (givesUp(value)) context.addIssue({ code: 'custom', message: neverLost, input: value });
  return value;
}, demanded);

export const objectives = object(`an objective for each of ${scenarios.join(', ')}`, {
  'pod-failure': kept,
  'volume-corruption': objective,
  'namespace-deletion': objective,
  'cluster-corruption': objective,
  'region-failure': objective,
  'bucket-loss': objective,
  'key-loss': objective,
  'malicious-deletion': objective,
  'late-discovery': objective,
} satisfies Record<Scenario, z.ZodType<Objective | Accepted>>);
