import type { Service } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';
import { detectionOf } from '@resilience/config/detection';
import type { Environment } from '@resilience/config/environment';
import {
  isUnprotected,
  type Objective,
  type Scenario,
  scenarios,
} from '@resilience/config/scenario';

import { type Candidate, candidatesFor, type Excluded, serves } from './candidate.ts';
import { forgoneVolumes, locationOf, restoredVolumes, type Unreachable } from './copies.ts';
import { disasters } from './disaster.ts';
import { jointLoss } from './joint-loss.ts';
import { type NeverRecovered, neverRecoveredAfter } from './never-recovered.ts';
import { type RecoveryTime, recoveryTime } from './recovery-time.ts';

/** Whether a service comes back from a disaster with no more lost, and no later, than was declared. */
export interface Proof {
  readonly service: string;
  readonly scenario: Scenario;
  readonly objective: Objective;
  /** `proved-in-part`: it holds for all but {@link neverRecovered}. */
  readonly verdict: 'proved' | 'proved-in-part' | 'breached' | 'unprovable';
  readonly rpo: Judgement;
  readonly rto: Judgement;
  /** The schedules that it is restored from: the newest backup of any of them; none if nothing has to be. */
  readonly plan: readonly Candidate[];
  /** Undefined where nothing is left to restore. */
  readonly time: RecoveryTime | undefined;
  /** What is lost for good, because there is no copy of it, or none that outlives the disaster. */
  readonly lost: readonly string[];
  /** The volumes whose data is gone in this disaster, as no backup holds them. */
  readonly neverRecovered: readonly NeverRecovered[];
  /** Why no backup can be read, whichever schedule made it, and the place that decides it; undefined if one can. */
  readonly unreachable: Unreachable | undefined;
  /** Places in the declaration whose absence leaves the verdict open. */
  readonly missing: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Excluded[];
}

/** One objective against its worst case. */
export interface Judgement {
  readonly declared: Duration;
  /** Undefined where everything is lost, or the time unknown. */
  readonly worst: Duration | undefined;
  readonly expected: Duration | undefined;
  readonly holds: boolean;
}

/** Whether both objectives are held, if only for what backups hold. */
export const holds = ({ rpo, rto }: Pick<Proof, 'rpo' | 'rto'>): boolean => rpo.holds && rto.holds;

/** Judges every service in every scenario that it is not given up in. */
export const prove = (environment: Environment): Proof[] =>
  Object.keys(environment.services).flatMap((name) => proveService(environment, name));

/** Judges one service in every scenario that it is not given up in. */
export function proveService(environment: Environment, name: string): Proof[] {
  const service = environment.services[name];
  return service
    ? scenarios.flatMap((scenario) => {
        const objective = service.objectives[scenario];
        return isUnprotected(objective)
          ? []
          : [judge(environment, { name, service, scenario, objective })];
      })
    : [];
}

interface Subject {
  readonly name: string;
  readonly service: Service;
  readonly scenario: Scenario;
  readonly objective: Objective;
}

function judge(environment: Environment, { name, service, scenario, objective }: Subject): Proof {
  const subject = {
    service: name,
    scenario,
    objective,
    neverRecovered: neverRecoveredAfter(scenario, service),
    unreachable: unreachableAfter(environment, scenario),
  };
  if (disasters[scenario].keepsVolumes) {
    const time = recoveryTime({ environment, service, scenario, schedule: undefined });
    return conclude(subject, { plan: [], time, loss: nothing, excluded: [], candidates: [] });
  }
  const judged = candidatesFor({ environment, name, service, scenario });
  const missing = discoveryMissing(environment, service, scenario);
  const candidates = judged
    .filter(serves)
    .toSorted((a, b) => a.loss.total.seconds - b.loss.total.seconds);
  const excluded = judged.filter((one): one is Excluded => !serves(one));
  const plan = choose(candidates, objective);
  const forgone = forgoneVolumes(service);
  const loss = lossOf(forgone.length > 0 ? [] : plan);
  // The newest backup is restored, and one of any schedule can be it: the slowest counts.
  const [slowest] = candidates.toSorted(
    (a, b) => b.time.missing.length - a.time.missing.length || b.time.worst - a.time.worst,
  );
  const lost = [...(plan.length > 0 ? [] : whatIsLost(service, excluded)), ...forgone];
  return conclude(subject, {
    plan,
    time: slowest?.time,
    loss,
    lost,
    excluded,
    candidates,
    missing,
  });
}

function unreachableAfter(environment: Environment, scenario: Scenario): Unreachable | undefined {
  const location = locationOf(environment, scenario);
  return 'why' in location ? location : undefined;
}

type Loss = Pick<Judgement, 'worst' | 'expected'>;

const nothing: Loss = { worst: { seconds: 0 }, expected: { seconds: 0 } };

/** When it is found out decides which backups are still there. */
function discoveryMissing(
  environment: Environment,
  service: Service,
  scenario: Scenario,
): string[] {
  if (disasters[scenario].clock !== 'discovery') return [];
  const { time, path } = detectionOf(environment, service, scenario);
  return time ? [] : [path];
}

/** The schedule that loses least, if that holds the objective; else all of them together if that does. */
function choose(candidates: readonly Candidate[], { rpo }: Proof['objective']): Candidate[] {
  const [best] = candidates;
  if (!best || best.loss.total.seconds <= rpo.seconds) return candidates.slice(0, 1);
  const joint = candidates.filter(({ loss }) => loss.skipped.seconds === 0);
  const together = joint.length > 1 ? lossOf(joint).worst : undefined;
  return together && together.seconds <= rpo.seconds ? joint : [best];
}

function lossOf(plan: readonly Candidate[]): Loss {
  const [first, second] = plan;
  if (!first) return { worst: undefined, expected: undefined };
  if (!second) return { worst: first.loss.total, expected: first.expectedLoss };
  const seconds = jointLoss(
    plan.map(({ cron, loss }) => ({
      cron,
      delay: loss.duration.seconds + loss.lag.seconds,
    })),
  );
  const least = Math.min(...plan.map(({ expectedLoss }) => expectedLoss.seconds));
  return { worst: { seconds }, expected: { seconds: Math.min(seconds, least) } };
}

/** Objects are in every backup: they are lost only when no backup is left. */
function whatIsLost(service: Service, excluded: readonly Excluded[]): string[] {
  const volumes = restoredVolumes(service).map(([name]) => name);
  const partial = excluded.filter(({ lacks }) => lacks.length > 0);
  return partial.length === 0
    ? ['its objects', ...volumes]
    : volumes.filter((volume) => partial.every(({ lacks }) => lacks.includes(volume)));
}

interface Found {
  readonly plan: readonly Candidate[];
  readonly time: RecoveryTime | undefined;
  readonly loss: Loss;
  readonly lost?: readonly string[];
  readonly missing?: readonly string[];
  readonly excluded: readonly Excluded[];
  readonly candidates: readonly Candidate[];
}

function conclude(
  subject: Pick<Proof, 'service' | 'scenario' | 'objective' | 'neverRecovered' | 'unreachable'>,
  { loss, lost = [], ...found }: Found,
): Proof {
  const missing = [...new Set([...(found.missing ?? []), ...(found.time?.missing ?? [])])];
  const rpo = against(subject.objective.rpo, loss);
  const known = missing.length === 0 ? found.time : undefined;
  const rto = against(subject.objective.rto, {
    worst: known && upward(known.worst),
    expected: known && upward(known.expected),
  });
  const verdict = holds({ rpo, rto })
    ? proved(subject.neverRecovered)
    : failed(rpo, missing.length === 0 || lost.length > 0);
  return { ...subject, verdict, rpo, rto, lost, ...found, missing };
}

const proved = ({ length }: Proof['neverRecovered']): Proof['verdict'] =>
  length === 0 ? 'proved' : 'proved-in-part';

const failed = (rpo: Judgement, isKnown: boolean): Proof['verdict'] =>
  isKnown || !rpo.holds ? 'breached' : 'unprovable';

const against = (declared: Duration, { worst, expected }: Loss): Judgement => ({
  declared,
  worst,
  expected,
  holds: worst !== undefined && worst.seconds <= declared.seconds,
});

/** A started second counts. */
const upward = (seconds: number): Duration => ({ seconds: Math.ceil(seconds) });
