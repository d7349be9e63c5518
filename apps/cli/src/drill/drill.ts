import type { Environment } from '@resilience/config/environment';
import { drillLabel, drillServiceAccount, drillWorkflow } from '@resilience/config/names';
import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import type { Answer } from '../answer.ts';
import { argoOf } from '../argo/connect.ts';
import { follow, type FollowedRun, seen } from '../argo/follow.ts';
import type { Limit } from '../argo/limits.ts';
import type { Workflow } from '../argo/workflow-times.ts';
import { inEnvironment } from '../in-environment.ts';
import { refuse } from '../refusal.ts';
import { declaredDrill, limitsOf } from './declared-drill.ts';
import { newestRun } from './newest-run.ts';

const { namespace } = drillServiceAccount;

export type DrillVerb = 'run' | 'watch' | 'status';

export interface DrillFlags {
  readonly env: string;
  readonly argoServer?: string;
}

interface Task {
  readonly argo: ArgoWorkflowsClient;
  readonly env: string;
  readonly drill: string;
  readonly limits: readonly Limit[];
}

/** Does what `resilience drill run|watch|status` promise. */
export const drill = (
  verb: DrillVerb,
  name: string,
  flags: DrillFlags,
): Promise<Answer<FollowedRun>> =>
  inEnvironment(flags, (environment) => carryOut(verb, taskOf(environment, name, flags)));

function taskOf(environment: Environment, name: string, flags: DrillFlags): Task {
  const limits = limitsOf(environment, declaredDrill(environment, name));
  return { argo: argoOf(flags), env: flags.env, drill: name, limits };
}

async function carryOut(verb: DrillVerb, task: Task): Promise<Answer<FollowedRun>> {
  const { argo, drill: name, env, limits } = task;
  const workflow = verb === 'run' ? await started(task) : await newestRun(argo, name);
  if (!workflow) return refuse(`the drill ${name} has not run, or its runs are forgotten`);
  if (verb === 'status') return seen(workflow, { limits });
  const watched = { namespace, name: workflow.metadata.name ?? '', limits };
  return follow(argo, watched, `resilience drill watch ${name} --env ${env}`);
}

const started = ({ argo, drill: name }: Task): Promise<Workflow> =>
  argo.workflows.submit(
    namespace,
    { kind: 'CronWorkflow', name: drillWorkflow(name) },
    { labels: { [drillLabel]: name } },
  );
