import type { IWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/Workflow';

/** What all objects of the suite are found by. */
export const label = { key: 'argo-workflows-client', value: 'contract' };
export const labelSelector = `${label.key}=${label.value}`;
export const template = 'client-contract';

const metadata = { name: template, labels: { [label.key]: label.value } };

/** It waits for an approval, which takes no pod. */
const spec = {
  entrypoint: 'approve',
  arguments: { parameters: [{ name: 'reason', value: 'none' }] },
  templates: [{ name: 'approve', suspend: {} }],
};

export const workflow = (name: string): IWorkflow => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  metadata: { ...metadata, name },
  spec,
});

/** It waits until somebody supplies a name, as recoveries wait for a second approval. */
export const approvedWorkflow = (name: string): IWorkflow => ({
  ...workflow(name),
  spec: {
    entrypoint: 'approve',
    templates: [
      {
        name: 'approve',
        suspend: {},
        outputs: { parameters: [{ name: 'approved-by', valueFrom: { supplied: {} } }] },
      },
    ],
  },
});

export const cronWorkflow = {
  metadata,
  spec: { schedules: ['0 0 1 1 *'], workflowSpec: spec },
};

export const workflowTemplate = { metadata, spec };
