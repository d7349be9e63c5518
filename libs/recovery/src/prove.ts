import type { Duration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { type Scenario, scenarios } from '@resilience/config/scenario';

import type { DataLoss } from './data-loss.ts';
import { disasters } from './disaster.ts';
import { type Part, partsOf } from './part.ts';

/** Whether a service can be recovered from a disaster without losing more than was declared. */
export interface Proof {
  readonly service: string;
  readonly scenario: Scenario;
  readonly declared: Duration;
  readonly verdict: 'proved' | 'breached';
  /** The worst over its parts; undefined where nothing is lost or nothing is left. */
  readonly loss: DataLoss | undefined;
  /** What is lost for good, because no copy of it outlives the disaster. */
  readonly lost: readonly string[];
  /** Empty where nothing has to be restored. */
  readonly parts: readonly Part[];
}

/** Judges every service in every scenario. */
export const prove = (environment: Environment): Proof[] =>
  Object.keys(environment.services).flatMap((service) =>
    scenarios.map((scenario) => judge(environment, service, scenario)),
  );

function judge(environment: Environment, service: string, scenario: Scenario): Proof {
  const declared = environment.services[service]?.objectives[scenario].rpo ?? { seconds: 0 };
  const parts = disasters[scenario].keepsVolumes ? [] : partsOf(environment, service, scenario);
  const lost = parts.filter(({ candidates }) => candidates.length === 0).map(({ name }) => name);
  // Of each part the schedule counts that loses least: others only help, so that this is never too little.
  const loss = parts
    .flatMap(({ candidates }) => candidates[0] ?? [])
    .toSorted((a, b) => b.total.seconds - a.total.seconds)
    .at(0);
  const holds = lost.length === 0 && (loss?.total.seconds ?? 0) <= declared.seconds;
  return {
    service,
    scenario,
    declared,
    verdict: holds ? 'proved' : 'breached',
    loss,
    lost,
    parts,
  };
}
