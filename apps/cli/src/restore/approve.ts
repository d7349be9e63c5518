import type { Answer } from '../answer.ts';
import { argoOf } from '../argo/connect.ts';
import type { Workflow } from '../argo/workflow-times.ts';
import { confirm, unconfirmed } from '../confirm.ts';
import { exitCode } from '../exit-code.ts';
import { Refusal, refuse } from '../refusal.ts';
import { namespace } from '../velero/velero-namespace.ts';
import { person } from './forms.ts';

const step = 'second-approval';
const parameter = 'approved-by';

export interface ApproveFlags {
  readonly approvedBy: string;
  readonly argoServer?: string;
  readonly yes?: boolean;
}

export interface Approval {
  readonly workflow: string;
  /** The first and the second person. */
  readonly approvedBy: readonly [string, string];
}

/** Does what `resilience restore approve` promises. */
export async function approve(name: string, flags: ApproveFlags): Promise<Answer<Approval>> {
  const { approvedBy, yes } = flags;
  const problems = [...person('--approved-by', approvedBy), ...unconfirmed(yes)];
  if (problems.length > 0) refuse(...problems);
  const argo = argoOf(flags);
  const workflow = await argo.workflows.get(namespace, name);
  const what = describe(workflow);
  mustWait(workflow);
  mustBeAnother(workflow, approvedBy);
  if (yes !== true && !(await confirm(what, name))) refuse('nothing was approved');
  await argo.workflows.set(namespace, name, {
    nodeFieldSelector: `displayName=${step}`,
    outputParameters: { [parameter]: approvedBy },
    message: `approved by ${approvedBy}`,
    // With the phase in the same call: an approval that is noted is never one that is still waited for.
    phase: 'Succeeded',
  });
  return {
    code: exitCode.fine,
    result: { workflow: name, approvedBy: [firstOf(workflow), approvedBy] },
    text: () => `${what}\n${approvedBy} has approved it; it goes on`,
  };
}

const parametersOf = ({ spec }: Workflow) => spec.arguments?.parameters ?? [];

const firstOf = (workflow: Workflow): string =>
  parametersOf(workflow).find(({ name }) => name === parameter)?.value ?? '';

const describe = (workflow: Workflow): string =>
  [
    `${workflow.metadata.name} runs ${workflow.spec.workflowTemplateRef?.name ?? 'no runbook'} with`,
    ...parametersOf(workflow).map(({ name, value }) => `  ${name} ${value ?? ''}`.trimEnd()),
  ].join('\n');

function mustWait({ metadata, status }: Workflow): void {
  const waits = Object.values(status?.nodes ?? {}).some(
    ({ displayName, phase }) => displayName === step && phase === 'Running',
  );
  if (!waits) throw new Refusal(`${metadata.name} does not wait for a second approval`);
}

function mustBeAnother(workflow: Workflow, second: string): void {
  if (firstOf(workflow).toLowerCase() !== second.toLowerCase()) return;
  throw new Refusal(`${second} has approved it already: a second person has to`);
}
