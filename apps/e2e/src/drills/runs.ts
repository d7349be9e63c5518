import { equal } from 'node:assert/strict';

import type { Argo } from '../platform/argo/argo.ts';
import {
  assertGoesOn,
  ended,
  failuresOf,
  type Step,
  stepOf,
  submit,
  waitFor,
  type Workflow,
} from '../platform/argo/workflow.ts';

/** Starts the rendered drill now. @returns the name of its run */
export const startDrill = (argo: Argo, name = 'validation'): Promise<string> =>
  submit(argo, { kind: 'CronWorkflow', name: `drill-${name}` });

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
