import type { ApplicationName } from '@resilience/config/applications';
import type { Environment } from '@resilience/config/environment';
import { longestRetention } from '@resilience/config/retention';
import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';

import { modifiersName, resourceModifiers } from './restore-modifier.ts';
import { namespace, type Runbook } from './runbook.ts';
import type { RunbookName } from './automation.ts';
import { RunbookAccess } from './runbook-access.ts';
import { backUpBeforeChange } from './runbooks/back-up-before-change.ts';
import { backUpOnDemand } from './runbooks/back-up-on-demand.ts';
import { restoreNamespace } from './runbooks/restore-namespace.ts';

/** The ArgoCD application that the runbooks belong to. */
export const workflowsApplication: ApplicationName = 'velero-workflows';

/** The environment's runbooks as Argo WorkflowTemplates, with the rights that they need. */
export function synthWorkflows(environment: Environment): readonly KubernetesObject[] {
  const chart = new Chart(new App(), workflowsApplication, {
    namespace,
    disableResourceNameHashes: true,
    labels: { 'app.kubernetes.io/part-of': 'resilience-layer' },
  });
  new RunbookAccess(chart, 'access', environment);
  for (const [name, spec] of Object.entries(runbooks(environment))) {
    new ApiObject(chart, name, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'WorkflowTemplate',
      metadata: { name },
      spec,
    });
  }
  const modifiers = resourceModifiers(environment);
  if (modifiers) {
    new ConfigMap(chart, modifiersName, {
      metadata: { name: modifiersName },
      data: { 'modifiers.yaml': Yaml.stringify(modifiers) },
    });
  }
  return chart.toJson();
}

/** An environment without schedules has nothing to write backups to, or nothing to say how long they are kept. */
function runbooks(environment: Environment): Partial<Record<RunbookName, Runbook>> {
  const retention = longestRetention(environment);
  return {
    'restore-namespace': restoreNamespace(environment),
    ...(retention && {
      'back-up-on-demand': backUpOnDemand(retention),
      'back-up-before-change': backUpBeforeChange(environment),
    }),
  };
}
