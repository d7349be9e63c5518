import type { Environment } from '@resilience/config/environment';
import { prove } from '@resilience/recovery/prove';

import { judgeService, type Measured } from '../drill/judge-report.ts';
import { evidenceOf } from '../evidence/evidence-of.ts';
import {
  type MeasuredRecovery,
  newestRecoveries,
  type NewestRecoveries,
} from '../evidence/newest-recoveries.ts';
import { standbysOf } from '../evidence/standbys.ts';
import { Refusal } from '../refusal.ts';

/** What the evidence of drills and recoveries says. */
export interface MeasuredRecoveries {
  /** The newest of each service, in the order of the services; undeclared services are left out. */
  readonly recovered: readonly JudgedRecovery[];
  /** The newest run of a drill, where it failed. */
  readonly failed: readonly FailedRun[];
  /** Buckets, and reports in them, that were not read. */
  readonly notRead: readonly NotRead[];
  /** Whether a service without a recovery may have one in older reports. */
  readonly isCut: boolean;
}

export interface JudgedRecovery extends MeasuredRecovery {
  /** Against what is declared and proved for its disaster; null where that is not declared any more. */
  readonly rto: Measured | null;
  readonly rpo: Measured | null;
}

interface NotRead {
  /** As `s3://…`. */
  readonly place: string;
  readonly why: string;
}

interface FailedRun {
  readonly drill: string | null;
  readonly workflow: string;
  readonly finishedAt: string;
  readonly failedStep: string | null;
}

/** Milliseconds: somebody looks at the terminal. */
const answerWithin = 20_000;

/** The newest recoveries in the environment's own bucket, and in those of its standbys, which drill its services. */
export async function measuredRecoveries(environment: Environment): Promise<MeasuredRecoveries> {
  const services = Object.keys(environment.services);
  if (services.length === 0) return { recovered: [], failed: [], notRead: [], isCut: false };
  const looked = await Promise.all((await placesOf(environment)).map(look));
  const found = looked.flatMap((one) => ('why' in one ? [] : [one]));
  return {
    recovered: newestOf(environment, found, services),
    failed: found.flatMap(({ failed }) => failed.map(({ report }) => failedRun(report))),
    notRead: looked.flatMap((one) => ('why' in one ? [one] : one.problems)),
    isCut: found.some(({ isCut }) => isCut),
  };
}

/** Where a standby's declaration is wrong, its own status says so. */
async function placesOf(environment: Environment): Promise<readonly Environment[]> {
  const standbys = await standbysOf(environment);
  return [environment, ...(standbys.ok ? standbys.environments : [])];
}

async function look(environment: Environment): Promise<NewestRecoveries | NotRead> {
  const { source, place } = evidenceOf(environment, answerWithin);
  try {
    return await newestRecoveries(source, place);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { place: place.from, why: error.message };
  }
}

function newestOf(
  environment: Environment,
  found: readonly NewestRecoveries[],
  services: readonly string[],
): JudgedRecovery[] {
  const proofs = prove(environment);
  const all = found.flatMap(({ recovered }) => recovered);
  return services.flatMap((service) => {
    const [newest] = all
      .filter((one) => one.service === service)
      .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt));
    if (!newest) return [];
    const { rto = null, rpo = null } = judgeService(
      { ...newest, backup: null, checks: [] },
      proofs,
    );
    return [{ ...newest, rto, rpo }];
  });
}

const failedRun = ({ drill, workflow, finishedAt, failedStep }: FailedRun): FailedRun => ({
  drill,
  workflow,
  finishedAt,
  failedStep,
});
