import type { Environment } from '@resilience/config/environment';
import { longestRetention } from '@resilience/config/retention';
import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';
import { ApiObject, App, Chart, Yaml } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';

import { WorkflowAccess } from './access/workflow-access.ts';
import { workflowsApplication } from './application.ts';
import type { RunbookName } from './automation.ts';
import {
  declaredServices,
  declaredServicesFile,
  declaredServicesName,
} from './declared-services.ts';
import { cronWorkflow } from './drills/cron-workflow.ts';
import {
  isolatedModifiers,
  isolatedModifiersName,
  modifiersName,
  resourceModifiers,
} from './restore-modifier.ts';
import { namespace, type Runbook, stepsName } from './runbook.ts';
import { backUpBeforeChange } from './runbooks/back-up-before-change.ts';
import { backUpOnDemand } from './runbooks/back-up-on-demand.ts';
import { failBackRegion } from './runbooks/fail-back-region.ts';
import { failOverRegion } from './runbooks/fail-over-region.ts';
import { restoreCluster } from './runbooks/restore-cluster.ts';
import { restoreIntoQuarantine } from './runbooks/restore-into-quarantine.ts';
import { restoreNamespace } from './runbooks/restore-namespace.ts';
import { restoreResources } from './runbooks/restore-resources.ts';
import { restoreVolume } from './runbooks/restore-volume.ts';
import { verificationScripts } from './script.ts';
import { steps } from './steps/index.ts';
import { verificationScriptsName } from './steps/verify.ts';

/** The environment's runbooks and drills for Argo Workflows, with what they read and may do. */
export function synthWorkflows(environment: Environment): readonly KubernetesObject[] {
  const chart = new Chart(new App(), workflowsApplication, {
    namespace,
    disableResourceNameHashes: true,
    labels: { 'app.kubernetes.io/part-of': 'resilience-layer' },
  });
  new WorkflowAccess(chart, 'access', environment);
  for (const [name, spec] of Object.entries(templates(environment))) {
    new ApiObject(chart, name, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'WorkflowTemplate',
      metadata: { name },
      spec,
    });
  }
  for (const [name, drill] of Object.entries(environment.drills)) {
    new ApiObject(chart, `drill-${name}`, cronWorkflow(name, drill));
  }
  for (const [name, data] of Object.entries(configMaps(environment))) {
    new ConfigMap(chart, name, { metadata: { name }, data });
  }
  const objects: KubernetesObject[] = chart.toJson();
  return objects.map(withoutNamespace);
}

type Metadata = KubernetesObject['metadata'] & { readonly namespace?: string };

/** cdk8s gives every object the chart's namespace, also those that cannot be in any. */
function withoutNamespace(object: KubernetesObject): KubernetesObject {
  if (!object.kind.startsWith('Cluster')) return object;
  const { namespace: _, ...metadata }: Metadata = object.metadata;
  return { ...object, metadata };
}

function configMaps(environment: Environment): Record<string, Record<string, string>> {
  const modifiers = resourceModifiers(environment);
  const services = declaredServices(environment.backups.source);
  return {
    [declaredServicesName]: { [declaredServicesFile]: JSON.stringify(services, null, 2) },
    [verificationScriptsName]: verificationScripts(),
    [isolatedModifiersName]: { 'modifiers.yaml': Yaml.stringify(isolatedModifiers(environment)) },
    ...(modifiers && { [modifiersName]: { 'modifiers.yaml': Yaml.stringify(modifiers) } }),
  };
}

/** An environment without schedules has nothing to write backups to, or nothing to say how long they are kept. */
function templates(
  environment: Environment,
): Partial<Record<RunbookName | typeof stepsName, Runbook>> {
  const retention = longestRetention(environment);
  return {
    [stepsName]: { templates: steps(environment) },
    'restore-volume': restoreVolume(environment),
    'restore-namespace': restoreNamespace(environment),
    'restore-resources': restoreResources(environment),
    'restore-cluster': restoreCluster(environment),
    'restore-into-quarantine': restoreIntoQuarantine(environment),
    'fail-over-region': failOverRegion(environment),
    'fail-back-region': failBackRegion(environment),
    ...(retention && {
      'back-up-on-demand': backUpOnDemand(environment, retention),
      'back-up-before-change': backUpBeforeChange(environment),
    }),
  };
}
