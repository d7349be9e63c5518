import type { Schedule, Service, Volume } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';
import { copyMethod, coveredServices } from '@resilience/config/volumes';

import { type DataLoss, worstLoss } from './data-loss.ts';
import { disasters, type Place } from './disaster.ts';

/** Whether a service can be recovered from a disaster without losing more than was declared. */
export interface Proof {
  readonly service: string;
  readonly scenario: Scenario;
  readonly declared: Duration;
  readonly verdict: 'proved' | 'breached';
  /** The worst over the service's volumes; undefined where nothing is lost or nothing is left. */
  readonly loss: DataLoss | undefined;
  /** What is lost for good, because no copy of it outlives the disaster. */
  readonly lost: readonly string[];
}

const none: Duration = { seconds: 0 };

/** Judges every service in every scenario. */
export const prove = (environment: Environment): Proof[] =>
  Object.entries(environment.services).flatMap(([name, service]) =>
    scenarios.map((scenario) => judge(environment, { name, service, scenario })),
  );

interface Question {
  readonly name: string;
  readonly service: Service;
  readonly scenario: Scenario;
}

function judge(environment: Environment, { name, service, scenario }: Question): Proof {
  const declared = service.objectives[scenario].rpo;
  const about = { service: name, scenario, declared };
  if (disasters[scenario].keepsVolumes) {
    return { ...about, verdict: 'proved', loss: undefined, lost: [] };
  }
  const parts: [string, Volume | undefined][] = [
    // Kubernetes' objects are in the bucket whatever becomes of the volumes.
    ['its objects', undefined],
    ...Object.entries(service.volumes).filter(([, { backup }]) => backup.method !== 'skip'),
  ];
  const losses = parts.map(
    ([part, volume]) =>
      [part, leastLoss(environment, { name, service, scenario }, volume)] as const,
  );
  const lost = losses.flatMap(([part, loss]) => (loss ? [] : [part]));
  const [loss] = losses
    .flatMap(([, candidate]) => candidate ?? [])
    .toSorted((a, b) => b.total.seconds - a.total.seconds);
  const holds = lost.length === 0 && loss !== undefined && loss.total.seconds <= declared.seconds;
  return { ...about, verdict: holds ? 'proved' : 'breached', loss, lost };
}

/**
 * The schedule whose backups lose least. Others only ever help, so that this is never too little.
 *
 * @param volume undefined for Kubernetes' objects
 */
function leastLoss(
  environment: Environment,
  { name, scenario }: Question,
  volume: Volume | undefined,
): DataLoss | undefined {
  return Object.entries(environment.schedules)
    .filter(([, schedule]) => covers(environment, schedule, name))
    .flatMap(([schedule, declared]) => {
      const lag = lagOf(environment, scenario, placeOf(declared, volume));
      return lag ? [worstLoss(schedule, declared, lag)] : [];
    })
    .toSorted((a, b) => a.total.seconds - b.total.seconds)
    .at(0);
}

const covers = (environment: Environment, schedule: Schedule, service: string): boolean =>
  coveredServices(environment, schedule).some(([name]) => name === service);

const placeOf = (schedule: Schedule, volume: Volume | undefined): Place =>
  volume && copyMethod(schedule, volume) === 'snapshot' ? 'region' : 'bucket';

/** @returns how late a copy is where it outlives the disaster; undefined when it does not */
function lagOf({ storage }: Environment, scenario: Scenario, place: Place): Duration | undefined {
  if (disasters[scenario].keepsRegion) return none;
  if (place === 'region' || storage.kind !== 'bucket') return undefined;
  return storage.replication.to === 'dr-region' ? storage.replication.maximumLag : undefined;
}
