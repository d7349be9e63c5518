import type { Environment } from '@resilience/config/environment';
import { approvalLabel, secondApprovalLabel, workflowLabel } from '@resilience/config/names';

import { createAndWait } from '../create-and-wait.ts';
import { existingResourcePolicy } from '../existing-resource-policy.ts';
import { restoreHooks } from '../restore-hooks.ts';
import { isolatedModifiersName, modifiersName } from '../restore-modifier.ts';
import { namespace } from '../runbook.ts';
import { input, inputs, type Template } from '../template.ts';

/** What is restored stays, and two people have agreed to it. */
export const restore = (environment: Environment): Template => ({
  ...createAndWait(
    'restore',
    manifest({
      labels: {
        [approvalLabel]: input('approved-by'),
        [secondApprovalLabel]: input('second-approval-by'),
      },
      spec: {
        ...spec(environment),
        includeClusterResources: input('cluster-resources'),
        ...(environment.restores.objects === 'changed' && modifiedBy(modifiersName)),
      },
    }),
  ),
  inputs: inputs(...common, 'cluster-resources', 'approved-by', 'second-approval-by'),
  activeDeadlineSeconds: input('deadline'),
});

/** What is restored belongs to a drill, and does no harm. */
export const restoreCopy = (environment: Environment): Template => ({
  ...createAndWait(
    'restore-copy',
    manifest({
      labels: {},
      spec: {
        ...spec(environment),
        namespaceMapping: input('mapping'),
        ...modifiedBy(isolatedModifiersName),
      },
    }),
  ),
  inputs: inputs(...common, 'mapping'),
  activeDeadlineSeconds: input('deadline'),
});

const common = ['restore', 'backup', 'namespaces', 'excluded', 'kinds', 'selector', 'deadline'];

/** What arrives as JSON and stands in the manifest as it is, not as text. */
const structured = ['namespaces', 'excluded', 'kinds', 'selector', 'mapping', 'cluster-resources'];

const spec = (environment: Environment) => ({
  backupName: input('backup'),
  includedNamespaces: input('namespaces'),
  excludedNamespaces: input('excluded'),
  includedResources: input('kinds'),
  labelSelector: input('selector'),
  existingResourcePolicy,
  restorePVs: true,
  ...restoreHooks(environment),
});

const modifiedBy = (name: string) => ({ resourceModifier: { kind: 'configmap', name } });

interface Parts {
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: object;
}

/** Its name is that of the workflow and its number there, so that it is found by it, and made once. */
function manifest({ labels, spec: of }: Parts): string {
  const text = JSON.stringify(
    {
      apiVersion: 'velero.io/v1',
      kind: 'Restore',
      metadata: {
        name: `{{workflow.name}}-${input('restore')}`,
        namespace,
        labels: { [workflowLabel]: '{{workflow.name}}', ...labels },
      },
      spec: of,
    },
    null,
    2,
  );
  return structured.reduce((all, name) => all.replaceAll(`"${input(name)}"`, input(name)), text);
}
