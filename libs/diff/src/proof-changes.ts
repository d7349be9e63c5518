import type { Scenario } from '@resilience/config/scenario';
import { isUnprotected, scenarios } from '@resilience/config/scenario';
import type { Proof } from '@resilience/recovery/prove';

import type { Revision } from './revision.ts';

/** What is proved of one service in one disaster; undefined times are unknown, or everything is lost. */
export interface Proved {
  readonly verdict: Proof['verdict'] | 'unprotected' | 'absent';
  /** Seconds of data that are lost at worst. */
  readonly rpo: number | undefined;
  /** Seconds until the service is back at worst. */
  readonly rto: number | undefined;
}

export interface ProofChange {
  readonly service: string;
  readonly scenario: Scenario;
  readonly before: Proved;
  readonly after: Proved;
}

/** Every service and disaster of which another result is proved than before. */
export function proofChanges(
  before: Revision | undefined,
  after: Revision | undefined,
): ProofChange[] {
  const services = new Set([before, after].flatMap(servicesOf));
  return [...services].flatMap((service) =>
    scenarios.flatMap((scenario) => {
      const [was, is] = [provedOf(before, service, scenario), provedOf(after, service, scenario)];
      return JSON.stringify(was) === JSON.stringify(is)
        ? []
        : [{ service, scenario, before: was, after: is }];
    }),
  );
}

const servicesOf = (revision: Revision | undefined): string[] =>
  Object.keys(revision?.declared?.environment.services ?? {});

function provedOf(revision: Revision | undefined, service: string, scenario: Scenario): Proved {
  const { environment, proofs = [] } = revision?.declared ?? {};
  const proof = proofs.find((one) => one.service === service && one.scenario === scenario);
  if (proof) {
    const { verdict, rpo, rto } = proof;
    return { verdict, rpo: rpo.worst?.seconds, rto: rto.worst?.seconds };
  }
  const objective = environment?.services[service]?.objectives[scenario];
  const verdict = objective && isUnprotected(objective) ? 'unprotected' : 'absent';
  return { verdict, rpo: undefined, rto: undefined };
}
