import { equal, notEqual } from 'node:assert/strict';

import type { Argo } from '../platform/argo/argo.ts';
import {
  assertGoesOn,
  create,
  ended,
  failuresOf,
  type Step,
  stepOf,
  submit,
  waitFor,
  type Workflow,
} from '../platform/argo/workflow.ts';
import type { DrillStage } from './drill-case.ts';

/** Starts the rendered drill now. @returns the name of its run */
export const startDrill = (argo: Argo, name = 'validation'): Promise<string> =>
  submit(argo, { kind: 'CronWorkflow', name: `drill-${name}` });

interface CronWorkflow {
  readonly spec: { readonly workflowSpec: object };
}

/** Starts the rendered drill with other services than it has. @returns the name of its run */
export async function startDrillOf(
  { cluster, argo }: Pick<DrillStage, 'cluster' | 'argo'>,
  services: readonly string[],
): Promise<string> {
  const words = ['get', 'cronworkflow', 'drill-validation', '--namespace=velero', '--output=json'];
  const { spec } = JSON.parse(await cluster.kubectl(words)) as CronWorkflow;
  const text = JSON.stringify(spec.workflowSpec);
  const changed = text.replace(quoted(drilled), quoted(services));
  notEqual(changed, text);
  return create(argo, 'drill-of-others-', JSON.parse(changed) as object);
}

/** A list as it stands, as text, in a text. */
const quoted = (services: readonly string[]): string => JSON.stringify(JSON.stringify(services));

/** What the rendered drill restores. */
const drilled = ['orders', 'catalog'];

/** Waits for the end of a run that has to succeed. */
export async function succeeded(argo: Argo, name: string): Promise<Workflow> {
  const workflow = await ended(argo, name);
  equal(workflow.status?.phase, 'Succeeded', failuresOf(workflow));
  return workflow;
}

/** Waits for the end of a run that must not succeed. */
export async function failed(argo: Argo, name: string): Promise<Workflow> {
  const workflow = await ended(argo, name);
  equal(workflow.status?.phase, 'Failed');
  return workflow;
}

/** Waits until a step of a run has begun. */
export const begun = (argo: Argo, name: string, step: string): Promise<Step> =>
  waitFor(argo, { name, what: `has begun ${step}`, limit: 300_000 }, (workflow) => {
    assertGoesOn(workflow);
    return stepOf(workflow.status, step);
  });
