import { changeWorkflow } from '@resilience/config/derived-lengths';
import type { Environment } from '@resilience/config/environment';
import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';

import { namespace } from './runbook.ts';

/** What the sources of an application of ArgoCD take in, to be backed up before each sync. */
export interface ChangeHook {
  readonly application: string;
  readonly object: KubernetesObject;
}

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/ */
export const changeHooks = ({ changes, services }: Environment): ChangeHook[] =>
  Object.entries(changes.applications).flatMap(([application, name]) => {
    const service = services[name];
    if (!service) return [];
    const object = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: {
        name: changeWorkflow(application),
        namespace,
        annotations: {
          'argocd.argoproj.io/hook': 'PreSync',
          'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        },
      },
      spec: {
        workflowTemplateRef: { name: 'back-up-before-change' },
        arguments: {
          parameters: [
            { name: 'application', value: application },
            { name: 'namespace', value: service.namespace },
          ],
        },
      },
    };
    return [{ application, object }];
  });
