import type { Environment } from '@resilience/config/environment';

import type { Proof } from './prove.ts';

export type Objective = 'rpo' | 'rto';

/** What of a proof does not hold; no time can be told where no copy is left. */
export const breachedIn = ({ rpo, rto, plan, time }: Proof): Objective[] => [
  ...(rpo.holds ? [] : (['rpo'] as const)),
  ...(rto.holds || (plan.length === 0 && !time) ? [] : (['rto'] as const)),
];

/** What a waiver can excuse, as its rule and its subject with a blank between. */
export const excusable = (proofs: readonly Proof[]): ReadonlySet<string> =>
  new Set(
    proofs.flatMap((proof) =>
      breachedIn(proof).map((objective) => `recovery/${objective} ${subject(proof)}`),
    ),
  );

export const isWaived = (environment: Environment, proof: Proof, objective: Objective): boolean =>
  waiverOf(environment, proof, objective) !== undefined;

/** What excuses a breach. */
export const waiverOf = (
  { waivers }: Environment,
  proof: Proof,
  objective: Objective,
): Environment['waivers'][number] | undefined =>
  waivers.find(
    (waiver) => waiver.rule === `recovery/${objective}` && waiver.subject === subject(proof),
  );

/** Whether nothing of a proof is left that stands in the way. */
export const isExcused = (environment: Environment, proof: Proof): boolean =>
  breachedIn(proof).every((objective) => isWaived(environment, proof, objective));

/** A proof as a waiver names it. */
export const subject = ({ service, scenario }: Proof): string => `${service}/${scenario}`;
