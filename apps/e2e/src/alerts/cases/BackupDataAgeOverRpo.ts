import { gapsOf } from '@resilience/config/cron-gap';
import type { Service } from '@resilience/config/declaration';
import { minutes } from '@resilience/config/duration';
import { type Environment, isReplicated } from '@resilience/config/environment';
import { isUnprotected, type Scenario, scenarios } from '@resilience/config/scenario';
import { coveredServices } from '@resilience/config/volumes';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';
import { backup, scheduleCreated } from '../told.ts';

/** What is left of the backups after these is in the replica alone. */
const fromReplica: ReadonlySet<Scenario> = new Set([
  'region-failure',
  'bucket-loss',
  'key-loss',
  'malicious-deletion',
]);

/** Seconds: the strictest objective, less what a copy needs to reach the replica. */
function limitOf(environment: Environment, { objectives }: Service): number {
  const limits = scenarios
    .filter((scenario) => isReplicated(environment) || !fromReplica.has(scenario))
    .flatMap((scenario) => {
      const declared = objectives[scenario];
      if (isUnprotected(declared) || declared.rpo.seconds === 0) return [];
      return declared.rpo.seconds - (fromReplica.has(scenario) ? lagOf(environment) : 0);
    });
  return Math.min(...limits);
}

const lagOf = ({ storage }: Environment): number =>
  storage.kind === 'bucket' && storage.replication.to === 'dr-region'
    ? storage.replication.maximumLag.seconds
    : 0;

/** The schedules that cover a service; whichever it is restored from is told to be so old. */
const coveredBy = (environment: Environment, name: string): string[] =>
  Object.entries(environment.schedules)
    .filter(([, schedule]) => coveredServices(environment, schedule).some(([one]) => one === name))
    .map(([schedule]) => schedule);

export const backupDataAgeOverRpo: AlertCases = {
  alert: 'BackupDataAgeOverRpo',
  by: ['service'],
  cases: (environment) => [
    {
      kind: 'quiet',
      what: 'every backup takes its whole budget, and the next is just not there yet',
      series: Object.entries(environment.schedules).flatMap(([schedule, declared]) => {
        const { durationBudget: budget, cron } = declared;
        const oldest = gapsOf(cron).longest.seconds + budget.seconds;
        return [
          ...backup({
            schedule,
            phase: 'Completed',
            began: -oldest,
            ended: budget.seconds - oldest,
            gone: minutes(1),
          }),
          ...backup({
            schedule,
            phase: 'Completed',
            began: -budget.seconds,
            ended: 0,
            seen: minutes(1),
          }),
        ];
      }),
      expect: [{ at: minutes(0), alerts: [] }, ...quietAt(minutes(1), minutes(10))],
    },
    ...Object.entries(environment.services).flatMap(([name, service]) => {
      const limit = limitOf(environment, service);
      const schedules = coveredBy(environment, name);
      const all = (began: number, others: Partial<Parameters<typeof backup>[0]> = {}): Series[] =>
        schedules.flatMap((schedule) =>
          backup({ schedule, phase: 'Completed', began, ended: began + 60, ...others }),
        );
      return casesOf({ environment, name, limit, all });
    }),
    {
      kind: 'missing',
      what: 'no backup was ever completed',
      series: Object.keys(environment.schedules).flatMap((schedule) => [
        scheduleCreated(schedule, -40 * 86_400),
        ...backup({ schedule, phase: 'Failed', began: -60, ended: 0 }),
      ]),
      expect: [firingAt(minutes(5), ...Object.keys(environment.services).map((name) => [name]))],
    },
  ],
};

interface OfService {
  readonly environment: Environment;
  readonly name: string;
  readonly limit: number;
  readonly all: (began: number, others?: Partial<Parameters<typeof backup>[0]>) => Series[];
}

function casesOf({ environment, name, limit, all }: OfService) {
  // Others may be restored from the same backups, with an objective that is no less strict.
  const stricter = Object.entries(environment.services)
    .filter(([, service]) => limitOf(environment, service) <= limit)
    .map(([other]) => other)
    .filter((other) => other === name || sharesAll(environment, name, other));
  const alerts = stricter.map((one) => [one]);
  return [
    {
      kind: 'boundary' as const,
      what: `${name}: exactly as old as it may be, and a minute older`,
      series: all(600 - limit),
      expect: [...quietAt(minutes(10)), activeAt(minutes(11), ...alerts)],
    },
    {
      kind: 'firing' as const,
      what: `${name}: older than it may be, for as long as it takes to be sure`,
      series: all(-limit),
      expect: [activeAt(minutes(5), ...alerts), firingAt(minutes(6), ...alerts)],
    },
    {
      kind: 'resolving' as const,
      what: `${name}: a newer backup is there`,
      series: [...all(-limit), ...all(60, { seen: minutes(10) })],
      expect: [firingAt(minutes(9), ...alerts), ...quietAt(minutes(10))],
    },
  ];
}

/** Whether every schedule that a service could be restored from is told, too. */
const sharesAll = (environment: Environment, told: string, other: string): boolean =>
  coveredBy(environment, told).some((schedule) => coveredBy(environment, other).includes(schedule));
