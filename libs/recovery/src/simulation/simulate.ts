import { detectionOf } from '@resilience/config/detection';
import type { Environment } from '@resilience/config/environment';

import { disasters } from '../disaster.ts';
import { type Proof, prove } from '../prove.ts';
import { between, chance, type Chance } from './chance.ts';
import { type Distribution, distributionOf } from './distribution.ts';
import { type Mishaps, Runs } from './runs.ts';
import { walkDays } from './walk-days.ts';

export interface SimulationOptions extends Mishaps {
  readonly years: number;
  readonly seed: number;
  /** Called once for each simulated century. */
  readonly onProgress?: (years: number) => void;
}

/** What befell one service in one scenario, beside what was proved. */
export interface Simulated {
  readonly proof: Proof;
  /** Seconds of data. */
  readonly loss: Distribution;
  /** Seconds until it was back. */
  readonly time: Distribution;
  /** Disasters that no backup was left for. */
  readonly lost: number;
  /** The share of disasters, from 0 to 1, that broke the declared objective. */
  readonly beyondRpo: number;
  readonly beyondRto: number;
}

const minutesPerYear = 365.25 * 1440;
const minutesPerDay = 1440;

/** Longest gap of any schedule, and longest detection: what a disaster may look back to. */
const remembered = 9 * minutesPerYear;

/**
 * Lives through so many years of an environment, minute by minute where something happens: schedules
 * fire, are skipped, fail or are out; each year brings each disaster to each service once, at any time.
 */
export function simulate(environment: Environment, options: SimulationOptions): Simulated[] {
  const random = chance(options.seed);
  const runs = new Map(
    Object.entries(environment.schedules).map(([name, schedule]) => [
      name,
      new Runs(schedule, random),
    ]),
  );
  const subjects = prove(environment)
    .filter(({ time, missing, lost }) => time && missing.length === 0 && lost.length === 0)
    .map((proof) => new Subject(proof, environment));
  let out = outagesOf(random, options, 0);
  // The first years only fill the schedules.
  const warmUp = 9;
  const days = walkDays(options.years + warmUp, (day, year) => {
    if (day.month === 1 && day.dayOfMonth === 1) {
      const begin = day.index * minutesPerDay;
      if (year > warmUp) strikeAll(subjects, runs, random, begin - minutesPerYear);
      out = outagesOf(random, options, begin);
      for (const run of runs.values()) run.forget(begin - remembered);
      if (year % 100 === 0) options.onProgress?.(year);
    }
    for (const run of runs.values())
      run.pass(day, options.failingRuns, (minute) => isOut(out, minute));
  });
  strikeAll(subjects, runs, random, days * minutesPerDay - minutesPerYear);
  return subjects.map((subject) => subject.result());
}

type Outage = readonly [from: number, until: number];

const outagesOf = ({ share }: Chance, { outagesPerYear }: Mishaps, begin: number): Outage[] =>
  Array.from({ length: outagesPerYear }, () => {
    const from = begin + share() * minutesPerYear;
    return [from, from + share() * minutesPerDay] as const;
  });

const isOut = (outages: readonly Outage[], minute: number): boolean =>
  outages.some(([from, until]) => minute >= from && minute < until);

function strikeAll(
  subjects: readonly Subject[],
  runs: ReadonlyMap<string, Runs>,
  random: Chance,
  begin: number,
): void {
  for (const subject of subjects) {
    // Late enough in the year before, that what was found out later was, too.
    subject.strike(runs, random, begin + random.share() * minutesPerYear * 0.9);
  }
}

/** One service in one scenario, and all that it went through. */
class Subject {
  readonly #proof: Proof;
  /** Minutes until a disaster is found out that is not at once. */
  readonly #discovery: number;
  readonly #losses: number[] = [];
  readonly #times: number[] = [];
  #lost = 0;

  constructor(proof: Proof, environment: Environment) {
    this.#proof = proof;
    const isLate = disasters[proof.scenario].clock === 'discovery';
    const service = environment.services[proof.service];
    const time =
      isLate && service ? detectionOf(environment, service, proof.scenario).time : undefined;
    this.#discovery = (time?.atMost.seconds ?? 0) / 60;
  }

  strike(runs: ReadonlyMap<string, Runs>, random: Chance, at: number): void {
    const { plan, time } = this.#proof;
    const found = at + random.share() * this.#discovery;
    const newest = plan.flatMap(({ schedule, location }) => {
      const lag = (location.lag.seconds / 60) * random.share();
      return runs.get(schedule)?.newest(at, found, lag) ?? [];
    });
    if (plan.length > 0 && newest.length === 0) this.#lost += 1;
    this.#losses.push(newest.length > 0 ? (at - Math.max(...newest)) * 60 : 0);
    const terms = time?.terms ?? [];
    this.#times.push(terms.reduce((sum, term) => sum + between(random, term), 0));
  }

  result(): Simulated {
    const { rpo, rto } = this.#proof.objective;
    return {
      proof: this.#proof,
      loss: distributionOf(this.#losses),
      time: distributionOf(this.#times),
      lost: this.#lost,
      beyondRpo: beyond(this.#losses, rpo.seconds) + this.#lost / Math.max(1, this.#losses.length),
      beyondRto: beyond(this.#times, rto.seconds),
    };
  }
}

/** The share of all that is more than it may be. */
const beyond = (all: readonly number[], most: number): number =>
  all.filter((one) => one > most).length / Math.max(1, all.length);
