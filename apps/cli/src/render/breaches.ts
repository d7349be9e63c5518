import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Problem } from '@resilience/config/problem';
import type { Judgement, Proof } from '@resilience/recovery/prove';

import { formatLost } from '../format-lost.ts';
import { nameNeverRecovered, reasonOf } from '../format-never-recovered.ts';
import { formatTerm } from '../format-term.ts';

export type Objective = 'rpo' | 'rto';

/** Objectives that what is declared does not hold, or that cannot be judged, and that nobody waived. */
export const breaches = (environment: Environment, proofs: readonly Proof[]): Problem[] =>
  proofs.flatMap((proof) =>
    breachedIn(proof)
      .filter((objective) => !isWaived(environment, proof, objective))
      .map((objective) => ({
        file: `environments/${environment.name}/config.ts`,
        path: `services.${proof.service}.objectives.${proof.scenario}.${objective}`,
        code: `recovery/${objective}`,
        ...describe[objective](proof, environment.name),
      })),
  );

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

const isWaived = (environment: Environment, proof: Proof, objective: Objective): boolean =>
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

const subject = ({ service, scenario }: Proof): string => `${service}/${scenario}`;

type Description = Pick<Problem, 'message' | 'expected' | 'received' | 'fix'>;

const describe: Readonly<Record<Objective, (proof: Proof, environment: string) => Description>> = {
  rpo: (proof, environment) => (isUnsaved(proof) ? unsaved(proof) : undone(proof, environment)),
  rto: (proof, environment) =>
    proof.missing.length > 0 ? unprovable(proof) : late(proof, environment),
};

/** Whether backups would hold the objective, if they held all that cannot be made again. */
const isUnsaved = ({ lost, plan }: Proof): boolean => lost.length > 0 && plan.length > 0;

function unsaved(proof: Proof): Description {
  const volumes = proof.neverRecovered.filter(({ volume }) => proof.lost.includes(volume));
  const paths = proof.lost.map((name) => `services.${proof.service}.volumes.${name}.backup`);
  return {
    message: 'is not held: no backup holds all of the service',
    expected: 'backups of every volume whose content nothing makes again',
    received: volumes.map((one) => `${nameNeverRecovered(one)}: ${reasonOf(one)}`).join('; '),
    fix: `write { method: 'snapshot' } or { method: 'file-system' } at ${paths.join(', ')}, or waive recovery/rpo for ${subject(proof)}`,
  };
}

const undone = (proof: Proof, environment: string): Description => ({
  message: 'is not held by any schedule',
  expected: `at most ${formatDuration(proof.rpo.declared)} of data lost`,
  received:
    proof.lost.length > 0
      ? formatLost(proof)
      : `${formatWorst(proof.rpo)} by the schedule ${restoredFrom(proof)}, ${excess(proof.rpo)} too much`,
  fix: `${search(proof, environment)}, declare what holds, or waive recovery/rpo for ${subject(proof)}`,
});

const unprovable = (proof: Proof): Description => ({
  message: 'cannot be proved',
  expected: `all that a recovery within ${formatDuration(proof.rto.declared)} is made of`,
  received: `${proof.missing.join(', ')} is neither assumed nor measured often enough`,
  fix: `declare ${proof.missing.join(', ')}, or measure it in drills`,
});

const late = (proof: Proof, environment: string): Description => ({
  message: 'is not held by the recovery',
  expected: `back within ${formatDuration(proof.rto.declared)}`,
  received: `${formatWorst(proof.rto)}, ${excess(proof.rto)} too late; most of it is ${dominant(proof)}`,
  fix: `${search(proof, environment)}, shorten ${dominantName(proof)}, declare what holds, or waive recovery/rto for ${subject(proof)}`,
});

/** Searching takes a while: it is done for one objective at a time, by who asks. */
const search = ({ service, scenario }: Proof, environment: string): string =>
  `take the cheapest mend that "npm run resilience -- explain ${service} --env ${environment} --scenario ${scenario}" finds`;

const formatWorst = ({ worst }: Judgement): string => formatDuration(worst ?? { seconds: 0 });

const excess = ({ declared, worst }: Pick<Judgement, 'declared' | 'worst'>): string =>
  formatDuration({ seconds: (worst?.seconds ?? 0) - declared.seconds });

const restoredFrom = ({ plan }: Proof): string =>
  plan.map(({ schedule }) => schedule).join(' and ');

const longestTerm = ({ time }: Proof) => time?.terms.toSorted((a, b) => b.worst - a.worst).at(0);

const dominantName = (proof: Proof): string => longestTerm(proof)?.name ?? 'it';

function dominant(proof: Proof): string {
  const term = longestTerm(proof);
  return term ? formatTerm(term) : 'unknown';
}
