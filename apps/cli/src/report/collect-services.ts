import type { Environment } from '@resilience/config/environment';
import { scenarios } from '@resilience/config/scenario';
import { isExpired } from '@resilience/policy/waiver';
import { holds, type Judgement, type Proof } from '@resilience/recovery/prove';
import { unprotected } from '@resilience/recovery/unprotected';
import type {
  Candidate,
  Objective,
  Outcome,
  Proved,
  Service,
} from '@resilience/report/model/service';

import { formatLosses } from '@resilience/documents/words/format-losses';
import { formatNeverRecovered } from '@resilience/documents/words/format-never-recovered';
import { formatAmount, formatSource } from '@resilience/documents/words/format-term';
import { formatVerdict } from '@resilience/documents/words/format-verdict';
import { breachedIn, waiverOf } from '@resilience/recovery/waived';

/**
 * Every service in every disaster, in their order.
 *
 * @param date `YYYY-MM-DD`, by which waivers are in force or over
 */
export function collectServices(
  environment: Environment,
  proofs: readonly Proof[],
  date: string,
): Service[] {
  const all: (Outcome & { readonly service: string })[] = [
    ...proofs.map((proof) => ({ ...outcomeOf(environment, proof, date), service: proof.service })),
    ...unprotected(environment),
  ];
  return Object.entries(environment.services).map(([name, { namespace, owner, tier }]) => ({
    name,
    namespace,
    owner,
    tier,
    outcomes: scenarios.flatMap((scenario) =>
      all.filter((one) => one.service === name && one.scenario === scenario),
    ),
  }));
}

function outcomeOf(environment: Environment, proof: Proof, date: string): Proved {
  const { scenario, verdict, plan, candidates, excluded, time, missing } = proof;
  return {
    scenario,
    verdict,
    words: formatVerdict(proof),
    waivedBy: waivedBy(environment, proof, date),
    rpo: objectiveOf(proof.rpo),
    rto: objectiveOf(proof.rto),
    loses: formatLosses(proof),
    neverRecovered: formatNeverRecovered(proof.neverRecovered),
    restoredFrom: plan.map(({ schedule }) => schedule),
    candidates: candidates.map(candidateOf),
    excluded: excluded.map(({ schedule, why }) => ({ schedule, why })),
    terms: (time?.terms ?? []).map(({ name, worst, expected, amount, source, path }) => ({
      name,
      worst,
      expected,
      amount: amount ? formatAmount(amount) : '',
      source: formatSource(source),
      path,
    })),
    missing,
  };
}

/** Who answers for a breach; undefined where a part of it is excused by nobody, or not any more. */
function waivedBy(environment: Environment, proof: Proof, date: string): string | undefined {
  if (holds(proof)) return undefined;
  const waivers = breachedIn(proof).map((objective) => waiverOf(environment, proof, objective));
  const owners = waivers.flatMap((one) => (one && !isExpired(one, date) ? [one.owner] : []));
  return owners.length === waivers.length ? [...new Set(owners)].join(', ') : undefined;
}

const objectiveOf = ({ declared, worst, expected, holds: kept }: Judgement): Objective => ({
  declared: declared.seconds,
  worst: worst?.seconds,
  expected: expected?.seconds,
  holds: kept,
});

const candidateOf = ({
  schedule,
  loss,
  reach,
  location,
}: Proof['candidates'][number]): Candidate => ({
  schedule,
  gap: loss.gap.seconds,
  skipped: loss.skipped.seconds,
  duration: loss.duration.seconds,
  lag: loss.lag.seconds,
  total: loss.total.seconds,
  kept: reach.kept.seconds,
  needed: reach.needed.seconds,
  location: `${location.bucket} in ${location.region}`,
});
