import { hours, minutes } from '@resilience/config';
import type { Duration } from '@resilience/config/duration';
import { holds, type Judgement, type Proof } from '@resilience/recovery/prove';
import { breachedIn } from '@resilience/recovery/waived';

import { asFound } from './kept.ts';
import type { Breach, HeldObjective, Marks } from './marks.ts';

/** Objectives that hold in place of those that do not; what cannot be held at all is accepted, or waived. */
export function heldObjectives(proofs: readonly Proof[]): Marks {
  const objectives: Record<string, Record<string, HeldObjective>> = {};
  const breaches: Breach[] = [];
  for (const proof of proofs.filter((one) => !holds(one))) {
    const held = heldBy(proof);
    if (held === undefined) breaches.push(...breachesOf(proof));
    else (objectives[proof.service] ??= {})[proof.scenario] = held;
  }
  return { objectives, breaches };
}

/** Undefined where some of the service is restored, and some of it is in no backup. */
function heldBy(proof: Proof): HeldObjective | undefined {
  if (proof.plan.length === 0 && proof.time === undefined) return { unprotected: whyLost(proof) };
  const [rpo, rto] = [heldAs(proof.rpo), heldAs(proof.rto)];
  return rpo && rto && { rpo, rto };
}

/** What was declared, or the worst case in whole hours or minutes. */
function heldAs({ holds: isHeld, declared, worst }: Judgement): Duration | undefined {
  if (isHeld) return declared;
  if (worst === undefined) return undefined;
  const hour = hours(1).seconds;
  return worst.seconds > hour
    ? hours(Math.ceil(worst.seconds / hour))
    : minutes(Math.ceil(worst.seconds / minutes(1).seconds));
}

function whyLost({ excluded, unreachable }: Proof): string {
  if (unreachable) return asFound(`no copy is left: ${unreachable.why}`);
  const covering = excluded.filter(({ why }) => why !== 'does not cover the service');
  const whys = [...Map.groupBy(covering, ({ why }) => why)].map(
    ([why, all]) => `${all.map(({ schedule }) => schedule).join(' and ')}: ${why}`,
  );
  return asFound(`no copy is left${whys.map((why) => `; ${why}`).join('')}`);
}

const breachesOf = (proof: Proof): Breach[] =>
  breachedIn(proof).map((objective) => ({
    rule: `recovery/${objective}`,
    subject: `${proof.service}/${proof.scenario}`,
    why: `no backup holds ${proof.lost.join(', ')} of ${proof.service}`,
  }));
