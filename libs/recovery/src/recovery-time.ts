import type { Schedule, Service, Volume } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import type { Rate } from '@resilience/config/recovery';
import type { Scenario } from '@resilience/config/scenario';
import { copyMethod } from '@resilience/config/volumes';
import { waveOf, waves } from '@resilience/config/waves';

import { restoredVolumes } from './copies.ts';
import { disasters, type Phase, phasesOf } from './disaster.ts';
import {
  decisionOf,
  Missing,
  type Quantity,
  rateOf,
  type Source,
  stepOf,
  unnoticed,
} from './quantity.ts';

/** Volumes are made and filled by more than one term; every other phase is one term of its name. */
type TermName = Exclude<Phase, 'volumes'> | 'volume-creation' | Exclude<Rate, 'object-creation'>;

/** One part of a recovery time. */
export interface Term {
  readonly name: TermName;
  /** Seconds. */
  readonly expected: number;
  /** Seconds. */
  readonly worst: number;
  /** How much there is to do, where it is not one fixed time: `160 GiB`. */
  readonly amount?: Amount;
  /** The place in the declaration of the time or the rate that it is computed from. */
  readonly path: string;
  readonly source: Source;
}

export interface Amount {
  readonly unit: 'bytes' | 'objects' | 'checks';
  readonly count: number;
}

/** How long a service is away, and what that is made of. */
export interface RecoveryTime {
  readonly terms: readonly Term[];
  /** Seconds. */
  readonly expected: number;
  /** Seconds. */
  readonly worst: number;
  /** Places in the declaration whose absence leaves the time unknown. */
  readonly missing: readonly string[];
}

interface Recovered {
  readonly environment: Environment;
  readonly service: Service;
  readonly scenario: Scenario;
  /** The schedule whose backup is restored; none where nothing has to be. */
  readonly schedule: Schedule | undefined;
}

/** From the disaster, or from its discovery, to the service that is verified to be back. */
export function recoveryTime(recovered: Recovered): RecoveryTime {
  const { scenario } = recovered;
  const found = phasesOf(scenario).flatMap((phase) => termsOf(recovered, phase));
  const terms = found.filter((term): term is Term => !(term instanceof Missing));
  return {
    terms,
    expected: terms.reduce((sum, { expected }) => sum + expected, 0),
    worst: terms.reduce((sum, { worst }) => sum + worst, 0),
    missing: found.flatMap((term) => (term instanceof Missing ? term.path : [])),
  };
}

/** How long each phase may take at worst, in seconds; together they are the recovery time. */
export function phaseBudgets({ terms }: RecoveryTime): ReadonlyMap<Phase, number> {
  const budgets = new Map<Phase, number>();
  for (const { name, worst } of terms) {
    const phase = phaseOf(name);
    budgets.set(phase, (budgets.get(phase) ?? 0) + worst);
  }
  return budgets;
}

const phaseOf = (name: TermName): Phase =>
  name === 'volume-creation' || name === 'snapshot-initialisation' || name === 'file-level-download'
    ? 'volumes'
    : name;

function termsOf(recovered: Recovered, phase: Phase): (Term | Missing)[] {
  const { environment, service, scenario } = recovered;
  if (phase === 'detection') return [fixed(phase, unnoticed(environment, service, scenario))];
  if (phase === 'decision') return [fixed(phase, decisionOf(environment, scenario))];
  if (phase === 'objects') return [creation(recovered)];
  if (phase === 'volumes') return volumeTerms(recovered);
  if (phase === 'checks') {
    const { length: count } = service.verification;
    return [times(stepOf(environment, 'check'), count)];
  }
  return [fixed(phase, stepOf(environment, phase))];
}

function fixed(name: TermName, quantity: Quantity | Missing): Term | Missing {
  return quantity instanceof Missing ? quantity : { name, ...quantity };
}

function times(each: Quantity | Missing, count: number): Term | Missing {
  if (each instanceof Missing) return each;
  const { expected, worst, path, source } = each;
  return {
    name: 'checks',
    expected: expected * count,
    worst: worst * count,
    amount: { unit: 'checks', count },
    path,
    source,
  };
}

function creation(recovered: Recovered): Term | Missing {
  const count = restoredBefore(recovered).reduce((sum, { objects }) => sum + objects, 0);
  return share(recovered, {
    name: 'objects',
    rate: 'object-creation',
    unit: 'objects',
    size: count,
    used: count,
  });
}

/**
 * Snapshots are initialised beside each other. Copies of files come through one after the other, and
 * also a service without volumes waits for those of all that come before it.
 */
function volumeTerms(recovered: Recovered): (Term | Missing)[] {
  const { environment, service, schedule } = recovered;
  if (!schedule) return [];
  const isSnapshot = (volume: Volume): boolean => copyMethod(schedule, volume) === 'snapshot';
  const own = volumesOf(service);
  const largest = own
    .filter(isSnapshot)
    .toSorted((a, b) => b.size.bytes - a.size.bytes)
    .slice(0, 1);
  // Each of the others comes from the newest backup that holds it, of whichever schedule that is.
  const copied = restoredBefore(recovered).flatMap((other) =>
    volumesOf(other).filter((volume) =>
      other === service ? !isSnapshot(volume) : !isAlwaysSnapshot(environment, volume),
    ),
  );
  return [
    ...(own.length > 0 ? [fixed('volume-creation', stepOf(environment, 'volume-creation'))] : []),
    ...transfer(recovered, 'snapshot-initialisation', largest),
    ...transfer(recovered, 'file-level-download', copied),
  ];
}

const isAlwaysSnapshot = ({ schedules }: Environment, volume: Volume): boolean =>
  Object.values(schedules).every((each) => copyMethod(each, volume) === 'snapshot');

const volumesOf = (service: Service): Volume[] =>
  restoredVolumes(service).map(([, volume]) => volume);

function transfer(
  recovered: Recovered,
  rate: Exclude<Rate, 'object-creation'>,
  volumes: readonly Volume[],
): (Term | Missing)[] {
  if (volumes.length === 0) return [];
  const size = volumes.reduce((sum, volume) => sum + volume.size.bytes, 0);
  const used = volumes.reduce((sum, volume) => sum + usedBytes(volume), 0);
  return [share(recovered, { name: rate, rate, unit: 'bytes', size, used })];
}

/** A volume may have been filled since it was declared: its size is the worst case. */
const usedBytes = ({ size, used }: Volume): number => (size.bytes * used.percent) / 100;

interface Load {
  readonly name: TermName;
  readonly rate: Rate;
  readonly unit: Amount['unit'];
  /** At most. */
  readonly size: number;
  /** As expected. */
  readonly used: number;
}

function share({ environment }: Recovered, { name, rate, unit, size, used }: Load): Term | Missing {
  const quantity = rateOf(environment, rate);
  if (quantity instanceof Missing) return quantity;
  const { expected, worst, path, source } = quantity;
  return {
    name,
    expected: used / expected,
    worst: size / worst,
    amount: { unit, count: size },
    path,
    source,
  };
}

/** What comes back with the service: its namespace, and with a whole cluster all that does not come later. */
function restoredBefore({ environment, service, scenario }: Recovered): Service[] {
  const all = Object.values(environment.services);
  if (disasters[scenario].restores === 'service') {
    return all.filter(({ namespace }) => namespace === service.namespace);
  }
  const turn = (each: Service): number => waves.indexOf(waveOf(environment, each));
  return all.filter((each) => turn(each) <= turn(service));
}
