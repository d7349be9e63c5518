import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Scenario } from '@resilience/config/scenario';
import { type Proof, proveService } from '@resilience/recovery/prove';

/** How old the newest backup of some schedules may be. */
export interface DataAgeLimit {
  /** The schedules that the service is restored from. */
  readonly schedules: readonly string[];
  readonly limit: Duration;
  /** The disaster that would lose too much first. */
  readonly scenario: Scenario;
  readonly rpo: Duration;
}

/** What a service's recovery points ask of the backups that the proof restores it from. */
export function dataAgeLimits(environment: Environment, service: string): DataAgeLimit[] {
  const strictest = new Map<string, DataAgeLimit>();
  for (const proof of proveService(environment, service)) {
    if (proof.plan.length === 0) continue;
    const limit = limitOf(proof);
    const key = limit.schedules.join(' ');
    const known = strictest.get(key);
    if (!known || limit.limit.seconds < known.limit.seconds) strictest.set(key, limit);
  }
  return [...strictest.values()];
}

/**
 * A copy that has yet to reach the other region is the replication's lag older there. A waived breach is
 * known: it is reported when it grows, not every day.
 */
function limitOf({ plan, objective, rpo, scenario }: Proof): DataAgeLimit {
  const lag = Math.max(...plan.map(({ location }) => location.lag.seconds));
  const allowed = Math.max(objective.rpo.seconds, rpo.worst?.seconds ?? 0);
  return {
    schedules: plan.map(({ schedule }) => schedule).toSorted(),
    limit: { seconds: allowed - lag },
    scenario,
    rpo: objective.rpo,
  };
}

/** Every schedule that the proof restores a service from after some disaster. */
export const provingSchedules = (environment: Environment, service: string): string[] => {
  const names = dataAgeLimits(environment, service).flatMap(({ schedules }) => schedules);
  return [...new Set(names)].toSorted();
};
