import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import { holds, type Judgement, type Proof, prove } from '@resilience/recovery/prove';
import { unprotected } from '@resilience/recovery/unprotected';
import { isExcused } from '@resilience/recovery/waived';

/** What is declared, proved and measured of one service in one disaster. */
export interface Recovery {
  readonly service: string;
  readonly scenario: Scenario;
  readonly verdict: Proof['verdict'] | 'unprotected';
  /** Whether waivers in force excuse what is not held. */
  readonly waived: boolean;
  /** Absent where the loss is accepted. */
  readonly rpo?: Compared;
  readonly rto?: Compared;
  /** How much of the time until the service is back was measured by drills. */
  readonly measured: Measured;
}

/** In seconds. */
interface Compared {
  readonly declared: number;
  /** Null where all is lost, or the time is unknown. */
  readonly proved: number | null;
}

export interface Measured {
  /** Times and rates that the proof takes from drills. */
  readonly count: number;
  /** All that it is computed from. */
  readonly of: number;
  /** The day of the oldest of the newest runs, such as `2026-11-03`; null where nothing is measured. */
  readonly since: string | null;
}

/** In the order of the services, and of the disasters. */
export function recoveriesOf(environment: Environment): Recovery[] {
  const all = [
    ...prove(environment).map((proof) => recoveryOf(environment, proof)),
    ...unprotected(environment).map(({ service, scenario, verdict }) => ({
      service,
      scenario,
      verdict,
      waived: false,
      measured: nothing,
    })),
  ];
  const services = Object.keys(environment.services);
  return all.toSorted(
    (a, b) =>
      services.indexOf(a.service) - services.indexOf(b.service) ||
      scenarios.indexOf(a.scenario) - scenarios.indexOf(b.scenario),
  );
}

const nothing: Measured = { count: 0, of: 0, since: null };

const recoveryOf = (environment: Environment, proof: Proof): Recovery => ({
  service: proof.service,
  scenario: proof.scenario,
  verdict: proof.verdict,
  waived: !holds(proof) && isExcused(environment, proof),
  rpo: compared(proof.rpo),
  rto: compared(proof.rto),
  measured: measuredOf(proof),
});

const compared = ({ declared, worst }: Judgement): Compared => ({
  declared: declared.seconds,
  proved: worst?.seconds ?? null,
});

function measuredOf({ time }: Proof): Measured {
  const sources = (time?.terms ?? []).map(({ source }) => source);
  const days = sources.flatMap((source) =>
    source.kind === 'measured' && source.alone ? [source.newest] : [],
  );
  return { count: days.length, of: sources.length, since: days.toSorted()[0] ?? null };
}

/** Whether what is declared is held, given up, or excused by a waiver. */
export const isKept = ({ verdict, waived }: Recovery): boolean =>
  waived || (verdict !== 'breached' && verdict !== 'unprovable');

export const isProved = (verdict: Recovery['verdict']): boolean =>
  verdict === 'proved' || verdict === 'proved-in-part';
