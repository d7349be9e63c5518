import type { Environment } from '@resilience/config/environment';
import { isUnprotected } from '@resilience/config/scenario';
import { restoredScenario } from '@resilience/workflows/restored-scenario';
import type { ArgoWorkflowsClient } from 'argo-workflows-client';

import type { Answer } from '../answer.ts';
import { argoOf } from '../argo/connect.ts';
import { follow, type FollowedRun } from '../argo/follow.ts';
import type { Limit } from '../argo/limits.ts';
import { confirm, unconfirmed } from '../confirm.ts';
import { exitCode } from '../exit-code.ts';
import { inEnvironment } from '../in-environment.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { Refusal, refuse } from '../refusal.ts';
import { namespace } from '../velero/velero-namespace.ts';
import { formatPlan } from './format-plan.ts';
import { person } from './forms.ts';
import { gather, type RestorePlan } from './gather.ts';
import { type PlanFlags, understand } from './wanted.ts';

export interface RunFlags extends PlanFlags {
  readonly approvedBy?: string;
  readonly application?: string;
  readonly argoServer?: string;
  readonly yes?: boolean;
}

export interface Restored {
  readonly plan: RestorePlan;
  /** Null where no backup can serve, and nothing was submitted. */
  readonly run: FollowedRun | null;
}

/** Does what `resilience restore run` promises. */
export const runRestore = (flags: RunFlags): Promise<Answer<Restored>> =>
  inEnvironment(flags, async (environment) => {
    const understood = understand(environment, flags);
    const problems = [
      ...(understood.ok ? [] : understood.problems),
      ...approvalProblems(flags),
      ...unconfirmed(flags.yes),
    ];
    if (!understood.ok || problems.length > 0) return refuse(...problems);
    const argo = argoOf(flags);
    const plan = await gather(kubectlOf(flags.context), environment, understood.wanted);
    if (!plan.choices.every(({ chosen }) => chosen)) return unserved(plan);
    await mustBeSameCluster(argo, plan);
    process.stderr.write(`${formatPlan(plan)}\n`);
    if (flags.yes !== true && !(await confirm(whatItTouches(plan), wordOf(plan)))) {
      refuse('nothing was done');
    }
    return carryOut(argo, environment, plan);
  });

const unserved = (plan: RestorePlan): Answer<Restored> => ({
  code: exitCode.findings,
  result: { plan, run: null },
  text: () => formatPlan(plan),
});

function approvalProblems({ intoQuarantine, approvedBy }: RunFlags): string[] {
  if (approvedBy !== undefined) return person('--approved-by', approvedBy);
  return intoQuarantine === true
    ? []
    : ['a recovery in place is approved by two: say by --approved-by who has approved it'];
}

const targetsOf = ({ targets }: RestorePlan): string[] => [
  ...new Set(targets.map(({ target }) => target)),
];

const whatItTouches = (plan: RestorePlan): string =>
  `This restores into ${targetsOf(plan).join(', ')} of ${plan.environment}.`;

/** In place it is the namespaces that are typed, so that they are read. */
const wordOf = (plan: RestorePlan): string =>
  plan.runbook === 'restore-into-quarantine' ? 'yes' : targetsOf(plan).join();

/** The plan was made by kubectl's cluster; the run would be in that of Argo's server. */
async function mustBeSameCluster(argo: ArgoWorkflowsClient, plan: RestorePlan): Promise<void> {
  const { metadata } = await argo.workflowTemplates.get(namespace, plan.runbook);
  if (metadata.uid === plan.template.uid) return;
  const { context } = plan.cluster;
  throw new Refusal(
    `the Argo Workflows server is not that of the cluster of the context ${context}`,
  );
}

async function carryOut(
  argo: ArgoWorkflowsClient,
  environment: Environment,
  plan: RestorePlan,
): Promise<Answer<Restored>> {
  const { runbook, parameters, template } = plan;
  const source = { kind: 'WorkflowTemplate', name: runbook } as const;
  const { metadata } = await argo.workflows.submit(namespace, source, { parameters });
  const name = metadata.name ?? '';
  process.stderr.write(hints(name, template.waits));
  const watched = { namespace, name, limits: limitsOf(environment, plan) };
  const followed = await follow(argo, watched, `argo watch --namespace ${namespace} ${name}`);
  return { ...followed, result: { plan, run: followed.result } };
}

/** People have to wait less for each other when they know what is waited for. */
function hints(name: string, waits: readonly string[]): string {
  const lines = waits.map((wait) =>
    wait === 'second-approval'
      ? `${wait}: resilience restore approve ${name} --approved-by ‹somebody else›`
      : `${wait}: argo resume --namespace ${namespace} ${name} --node-field-selector displayName=${wait}`,
  );
  return [`${name} was submitted`, ...lines.map((line) => `  at ${line}`), ''].join('\n');
}

/** How soon each service has to be back, from the beginning of the run on. */
const limitsOf = ({ backups }: Environment, { runbook, targets }: RestorePlan): Limit[] =>
  targets.flatMap(({ service }) => {
    const objectives = backups.source.services[service]?.objectives;
    if (!objectives) return [];
    const declared = objectives[restoredScenario[runbook]];
    if (isUnprotected(declared)) return [];
    return [{ of: `RTO of ${service}`, seconds: declared.rto.seconds }];
  });
