import { workflowsApplication } from '@resilience/workflows/application';
import type { RunbookName } from '@resilience/workflows/automation';

import { type Kubectl, NotFound } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
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

/** @throws {Refusal} where the cluster has no such runbook */
export async function runbookTemplate(
  kubectl: Kubectl,
  name: RunbookName,
): Promise<RunbookTemplate> {
  const found = await read(kubectl, name);
  return {
    uid: found?.metadata.uid ?? '',
    parameters: (found?.spec.arguments?.parameters ?? []).map((parameter) => parameter.name),
    waits: (found?.spec.templates ?? [])
      .filter(({ suspend }) => suspend !== undefined)
      .map((template) => template.name),
  };
}

async function read(kubectl: Kubectl, name: string): Promise<WorkflowTemplate | undefined> {
  try {
    return await kubectl.json(['get', 'workflowtemplates.argoproj.io', name, ...inVelero]);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const why = `the cluster has no runbook ${name}: is ${workflowsApplication} synced?`;
    throw new Refusal(why, { cause: error });
  }
}
