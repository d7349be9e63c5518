import type { RunbookName } from '@resilience/workflows/automation';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { inVelero } from '../velero/velero-namespace.ts';

/** A runbook as it is in the cluster. */
export interface RunbookTemplate {
  readonly uid: string;
  readonly parameters: readonly string[];
  /** Where it waits for people, in its order. */
  readonly waits: readonly string[];
}

interface WorkflowTemplate {
  readonly metadata: { readonly uid?: string };
  readonly spec: {
    readonly arguments?: { readonly parameters?: readonly { readonly name: string }[] };
    readonly templates?: readonly { readonly name: string; readonly suspend?: object }[];
  };
}

/** @throws {KubectlFailed} where the cluster has no such runbook */
export async function runbookTemplate(
  kubectl: Kubectl,
  name: RunbookName,
): Promise<RunbookTemplate> {
  const words = ['get', 'workflowtemplates.argoproj.io', name, ...inVelero];
  const found = await kubectl.json<WorkflowTemplate>(words);
  return {
    uid: found?.metadata.uid ?? '',
    parameters: (found?.spec.arguments?.parameters ?? []).map((parameter) => parameter.name),
    waits: (found?.spec.templates ?? [])
      .filter(({ suspend }) => suspend !== undefined)
      .map((template) => template.name),
  };
}
