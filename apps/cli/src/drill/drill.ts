import type { Environment } from '@resilience/config/environment';
import { drillLabel, drillServiceAccount, drillWorkflow } from '@resilience/config/names';
import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import { argoOf } from '../argo/connect.ts';
import { follow, isFailed } from '../argo/follow.ts';
import type { Limit } from '../argo/limits.ts';
import { stepLines } from '../argo/step-lines.ts';
import { asJson, type Watched } from '../argo/watch-workflow.ts';
import type { DrillFlags, DrillVerb } from '../commands/drill.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { refuse } from '../refuse.ts';
import { declaredDrill, limitsOf } from './declared-drill.ts';
import { newestRun } from './newest-run.ts';

const { namespace } = drillServiceAccount;

interface Task {
  readonly argo: ArgoWorkflowsClient;
  readonly env: string;
  readonly drill: string;
  readonly limits: readonly Limit[];
  readonly json: boolean;
}

/** Does what `resilience drill run|watch|status` promise. */
export const drill = (verb: DrillVerb, name: string, flags: DrillFlags): Promise<ExitCode> =>
  inEnvironment(flags, (environment) => carryOut(verb, taskOf(environment, name, flags)));

function taskOf(environment: Environment, name: string, flags: DrillFlags): Task {
  const limits = limitsOf(environment, declaredDrill(environment, name));
  const { env, json = false } = flags;
  return { argo: argoOf(flags), env, drill: name, limits, json };
}

async function carryOut(verb: DrillVerb, task: Task): Promise<ExitCode> {
  const { argo, drill: name, env, limits, json } = task;
  const workflow =
    verb === 'run'
      ? await argo.workflows.submit(
          namespace,
          { kind: 'CronWorkflow', name: drillWorkflow(name) },
          { labels: { [drillLabel]: name } },
        )
      : await newestRun(argo, name);
  if (!workflow) return refuse(`the drill ${name} has not run, or its runs are forgotten`);
  if (verb !== 'status') {
    const watched: Watched = { namespace, name: workflow.metadata.name ?? '', limits, json };
    return follow(argo, watched, `resilience drill watch ${name} --env ${env}`);
  }
  const now = Date.now();
  process.stdout.write(
    json
      ? `${JSON.stringify(asJson(workflow, now))}\n`
      : `${stepLines(workflow, limits, now).join('\n')}\n`,
  );
  return isFailed(workflow) ? exitCode.findings : exitCode.fine;
}
