import type { Schedule, Service, Volume } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { Scenario } from '@resilience/config/scenario';
import { copyMethod, coveredServices } from '@resilience/config/volumes';

import { type DataLoss, worstLoss } from './data-loss.ts';
import { disasters } from './disaster.ts';

/** One thing of a service that has to come back: a volume, or its objects. */
export interface Part {
  readonly name: string;
  /** What each schedule that can serve would lose, the least first. */
  readonly candidates: readonly DataLoss[];
  /** Schedules that cannot serve, and why. */
  readonly excluded: readonly { readonly schedule: string; readonly why: string }[];
}

/** The parts of a service, each with what it would lose in a scenario. */
export const partsOf = (environment: Environment, name: string, scenario: Scenario): Part[] => {
  const service = environment.services[name];
  return [
    // Kubernetes' objects are in the bucket whatever becomes of the volumes.
    ['its objects', undefined] as const,
    ...Object.entries(service?.volumes ?? {}).filter(([, { backup }]) => backup.method !== 'skip'),
  ].map(([part, volume]) => partOf(environment, { part, volume, service: name, scenario }));
};

interface Question {
  readonly part: string;
  readonly volume: Service['volumes'][string] | undefined;
  readonly service: string;
  readonly scenario: Scenario;
}

function partOf(environment: Environment, { part, volume, service, scenario }: Question): Part {
  const candidates: DataLoss[] = [];
  const excluded: Part['excluded'][number][] = [];
  for (const [schedule, declared] of Object.entries(environment.schedules)) {
    const reach = covers(environment, declared, service)
      ? reachOf(environment, scenario, isInRegion(declared, volume))
      : { why: 'does not cover the service' };
    if ('why' in reach) excluded.push({ schedule, why: reach.why });
    else candidates.push(worstLoss(schedule, declared, reach.lag));
  }
  return {
    name: part,
    candidates: candidates.toSorted((a, b) => a.total.seconds - b.total.seconds),
    excluded,
  };
}

const covers = (environment: Environment, schedule: Schedule, service: string): boolean =>
  coveredServices(environment, schedule).some(([name]) => name === service);

/** A snapshot; everything else is in the bucket. */
const isInRegion = (schedule: Schedule, volume: Volume | undefined): boolean =>
  volume !== undefined && copyMethod(schedule, volume) === 'snapshot';

/** How late a copy is where it outlives the disaster, or why it does not. */
function reachOf(
  { storage }: Environment,
  scenario: Scenario,
  inRegion: boolean,
): { readonly lag: Duration } | { readonly why: string } {
  if (disasters[scenario].keepsRegion) return { lag: { seconds: 0 } };
  if (inRegion) return { why: 'its snapshots stay in the region' };
  return storage.kind === 'bucket' && storage.replication.to === 'dr-region'
    ? { lag: storage.replication.maximumLag }
    : { why: 'its bucket is not replicated' };
}
