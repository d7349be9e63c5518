import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Problem } from '@resilience/config/problem';
import type { Proof } from '@resilience/recovery/prove';

const rule = 'recovery/rpo';

/** Objectives that the declared schedules cannot hold, and that nobody waived. */
export const breaches = (environment: Environment, proofs: readonly Proof[]): Problem[] =>
  proofs
    .filter((proof) => proof.verdict === 'breached' && !isWaived(environment, proof))
    .map((proof) => ({
      file: `environments/${environment.name}/config.ts`,
      path: `services.${proof.service}.objectives.${proof.scenario}.rpo`,
      code: rule,
      message: 'is not held by any schedule',
      expected: `at most ${formatDuration(proof.declared)} of data lost`,
      received: received(proof),
      fix: `back up more often, replicate what has to outlive the region, declare what holds, or waive ${rule} for ${subject(proof)}`,
    }));

export const isWaived = ({ waivers }: Environment, proof: Proof): boolean =>
  waivers.some((waiver) => waiver.rule === rule && waiver.subject === subject(proof));

const subject = ({ service, scenario }: Proof): string => `${service}/${scenario}`;

const received = ({ loss, lost }: Proof): string =>
  lost.length > 0
    ? `no copy of ${lost.join(', ')} is left`
    : `${formatDuration(loss?.total ?? { seconds: 0 })} by the schedule ${loss?.schedule ?? ''}`;
