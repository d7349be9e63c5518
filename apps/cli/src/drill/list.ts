import { nextFiring } from '@resilience/config/cron-next';
import { drilledServices } from '@resilience/config/drilled-services';
import { formatDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import type { Answer } from '../answer.ts';
import { argoIfGiven } from '../argo/connect.ts';
import type { Workflow } from '../argo/workflow-times.ts';
import { exitCode } from '../exit-code.ts';
import { formatTable } from '../format-table.ts';
import { inEnvironment } from '../in-environment.ts';
import { newestRuns } from './newest-run.ts';

interface Listed {
  readonly name: string;
  readonly kind: string;
  /** In UTC. */
  readonly cron: string;
  readonly next: string;
  readonly budgetSeconds: number;
  readonly services: readonly string[];
  /** Null where the server knows of none; absent where no server was asked. */
  readonly newest?: Run | null;
}

interface Run {
  readonly workflow: string;
  readonly phase: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface ListFlags {
  readonly env: string;
  readonly argoServer?: string;
}

export interface DrillList {
  readonly drills: readonly Listed[];
}

/** Does what `resilience drill list` promises. */
export const listDrills = (flags: ListFlags): Promise<Answer<DrillList>> =>
  inEnvironment(flags, async (environment) => {
    const argo = argoIfGiven(flags);
    const runs = argo && (await newestRuns(argo));
    const drills = listed(environment, runs, new Date());
    return { code: exitCode.fine, result: { drills }, text: () => formatDrills(drills) };
  });

const listed = (
  environment: Environment,
  runs: ReadonlyMap<string, Workflow> | undefined,
  now: Date,
): Listed[] =>
  Object.entries(environment.drills).map(([name, drill]) => ({
    name,
    kind: drill.kind,
    cron: drill.cron.expression,
    next: nextFiring(drill.cron, now).toISOString(),
    budgetSeconds: drill.durationBudget.seconds,
    services: drilledServices(environment, drill).map(([service]) => service),
    ...(runs && { newest: toRun(runs.get(name)) }),
  }));

const toRun = (workflow: Workflow | undefined): Run | null =>
  workflow
    ? {
        workflow: workflow.metadata.name ?? '',
        phase: workflow.status?.phase ?? 'Pending',
        startedAt: workflow.status?.startedAt ?? null,
        finishedAt: workflow.status?.finishedAt ?? null,
      }
    : null;

function formatDrills(drills: readonly Listed[]): string {
  if (drills.length === 0) return 'no drill is declared';
  const head = ['drill', 'kind', 'cron (UTC)', 'next', 'budget', 'newest run'];
  const rows = drills.map(({ name, kind, cron, next, budgetSeconds, newest }) => [
    name,
    kind,
    cron,
    next.slice(0, 16).replace('T', ' '),
    formatDuration({ seconds: budgetSeconds }),
    formatRun(newest),
  ]);
  return formatTable([head, ...rows]).join('\n');
}

function formatRun(run: Run | null | undefined): string {
  if (run === undefined) return 'not asked: pass --argo-server';
  if (run === null) return 'none';
  const { workflow, phase, startedAt, finishedAt } = run;
  return `${phase} ${finishedAt ?? startedAt ?? ''} ${workflow}`.replace('  ', ' ');
}
