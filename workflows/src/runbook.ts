import { runbookServiceAccount } from '@resilience/config/names';
import type { IWorkflowTemplate } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/WorkflowTemplate';

export type Runbook = IWorkflowTemplate['spec'];

/** Runbooks run beside the objects that they create. */
export const namespace = runbookServiceAccount.namespace;

/** What all runbooks have in common. */
export const runbookDefaults = {
  serviceAccountName: runbookServiceAccount.name,
  podGC: { strategy: 'OnPodSuccess' },
  ttlStrategy: { secondsAfterCompletion: 7 * 86_400 },
} satisfies Runbook;
