import { nextFiring } from '@resilience/config/cron-next';
import type { Environment } from '@resilience/config/environment';

import { type CommonTerms, judgeEnvironment } from '../check/judge-environment.ts';
import type { Kubectl } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { type MeasuredRecoveries, measuredRecoveries } from './measured-recoveries.ts';
import { type NewestBackup, newestBackups } from './newest-backups.ts';
import { type Recovery, recoveriesOf } from './recoveries.ts';

export interface EnvironmentStatus {
  readonly environment: string;
  readonly recoveries: readonly Recovery[];
  readonly evidence: MeasuredRecoveries;
  readonly notBackedUp: readonly { readonly service: string; readonly reason: string }[];
  readonly backups: Known<readonly NewestBackup[]>;
  readonly findings: Known<Findings>;
  readonly next: readonly Firing[];
}

/** What was looked at, or why it could not be. */
export type Known<Value> = { readonly value: Value } | { readonly unknown: string };

interface Findings {
  /** Those that stand in the way of a merge. */
  readonly stop: number;
  readonly waived: number;
  readonly others: number;
}

interface Firing {
  readonly kind: 'schedule' | 'drill';
  readonly name: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
}

export async function statusOf(
  environment: Environment,
  kubectl: Kubectl,
  terms: CommonTerms,
): Promise<EnvironmentStatus> {
  const [evidence, backups, findings] = await Promise.all([
    measuredRecoveries(environment),
    known(() => newestBackups(kubectl, environment)),
    known(() => findingsOf(environment, terms)),
  ]);
  return {
    environment: environment.name,
    recoveries: recoveriesOf(environment),
    evidence,
    notBackedUp: Object.entries(environment.notBackedUp).map(([service, { reason }]) => ({
      service,
      reason,
    })),
    backups,
    findings,
    next: firingsOf(environment, new Date()),
  };
}

/** A cluster that does not answer, or files that are not rendered, hide nothing else. */
async function known<Value>(look: () => Promise<Value>): Promise<Known<Value>> {
  try {
    return { value: await look() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { unknown: error.message };
  }
}

async function findingsOf(environment: Environment, terms: CommonTerms): Promise<Findings> {
  const { findings } = await judgeEnvironment(environment, terms);
  const stop = findings.filter(({ stops }) => stops).length;
  const waived = findings.filter(({ waivedBy }) => waivedBy !== undefined).length;
  return { stop, waived, others: findings.length - stop - waived };
}

const firingsOf = ({ schedules, drills }: Environment, now: Date): Firing[] =>
  [
    ...Object.entries(schedules).map(([name, { cron }]) => ({
      kind: 'schedule' as const,
      name,
      cron,
    })),
    ...Object.entries(drills).map(([name, { cron }]) => ({ kind: 'drill' as const, name, cron })),
  ]
    .map(({ cron, ...of }) => ({ ...of, at: nextFiring(cron, now).toISOString() }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
