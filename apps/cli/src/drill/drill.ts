import { listEnvironments, loadEnvironment } from '@resilience/config/load';
import { drillLabel, drillServiceAccount, drillWorkflow } from '@resilience/config/names';
import { type ArgoWorkflowsClient, argoWorkflowsClient } from 'argo-workflows-client';
import { ArgoWorkflowsError } from 'argo-workflows-client/failures';

import { stepLines, type Workflow } from '../argo/step-lines.ts';
import { asJson, watchWorkflow } from '../argo/watch-workflow.ts';
import type { DrillFlags, DrillVerb } from '../commands/drill.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { refuse, refuseProblems } from '../refuse.ts';
import { repositoryRoot } from '../repository-root.ts';

const { namespace } = drillServiceAccount;

interface Task {
  readonly argo: ArgoWorkflowsClient;
  readonly drill: string;
  readonly budgetSeconds: number;
  readonly json: boolean;
}

/** Does what `resilience drill run|watch|status` promise. */
export async function drill(verb: DrillVerb, name: string, flags: DrillFlags): Promise<ExitCode> {
  const { env, json = false } = flags;
  const known = listEnvironments(repositoryRoot);
  if (!known.includes(env)) {
    return refuse(`no environment is called ${env}; there are ${known.join(', ')}`);
  }
  const loaded = await loadEnvironment(repositoryRoot, env);
  if (!loaded.ok) return refuseProblems(loaded.problems, json);
  const { drills } = loaded.value;
  const declared = drills[name];
  if (!declared) {
    return refuse(`no drill is called ${name}; there are ${Object.keys(drills).join(', ')}`);
  }
  const url = flags.argoServer ?? process.env['ARGO_SERVER'];
  if (url === undefined || !URL.canParse(url)) {
    return refuse('pass the URL of the Argo Workflows server by --argo-server or ARGO_SERVER');
  }
  const token = process.env['ARGO_TOKEN'];
  const argo = argoWorkflowsClient({ url, ...(token !== undefined && { token }) });
  const budgetSeconds = declared.durationBudget.seconds;
  return told(() => carryOut(verb, { argo, drill: name, budgetSeconds, json }));
}

async function told(work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ArgoWorkflowsError) return refuse(error.message);
    throw error;
  }
}

async function carryOut(verb: DrillVerb, task: Task): Promise<ExitCode> {
  const { argo, drill: name, budgetSeconds, json } = task;
  const workflow =
    verb === 'run'
      ? await argo.workflows.submit(
          namespace,
          { kind: 'CronWorkflow', name: drillWorkflow(name) },
          { labels: { [drillLabel]: name } },
        )
      : await newest(task);
  if (!workflow) return refuse(`the drill ${name} has not run, or its runs are forgotten`);
  if (verb !== 'status') return follow(task, workflow.metadata.name ?? '');
  const now = Date.now();
  process.stdout.write(
    json
      ? `${JSON.stringify(asJson(workflow, now))}\n`
      : `${stepLines(workflow, budgetSeconds, now).join('\n')}\n`,
  );
  return isFailed(workflow) ? exitCode.findings : exitCode.fine;
}

async function newest({ argo, drill: name }: Task): Promise<Workflow | undefined> {
  const labelSelector = `${drillLabel}=${name}`;
  const { items } = await argo.workflows.list(namespace, { labelSelector });
  const [last] = items.toSorted((a, b) => madeAt(b) - madeAt(a));
  return last;
}

const madeAt = ({ metadata }: Workflow): number => Date.parse(metadata.creationTimestamp ?? '');

const isFailed = ({ status }: Workflow): boolean =>
  status?.phase === 'Failed' || status?.phase === 'Error';

async function follow({ argo, budgetSeconds, json }: Task, name: string): Promise<ExitCode> {
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const watched = { namespace, name, budgetSeconds, json };
  const last = await watchWorkflow(argo, watched, stop.signal);
  process.off('SIGINT', onInterrupt);
  if (stop.signal.aborted) {
    process.stderr.write(`${name} goes on; resilience drill watch shows it again\n`);
    return exitCode.fine;
  }
  return last && !isFailed(last) ? exitCode.fine : exitCode.findings;
}
