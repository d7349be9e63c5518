import { primaryEnvironment } from '@resilience/config/fixtures';
import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';

import { synthWorkflows } from '../src/synth.ts';
import { type Template, workflowOf } from './interpreter/rendered.ts';

export function template(
  name: string,
  of = 'resilience-steps',
  environment = primaryEnvironment(),
): Template {
  const found = workflowOf(synthWorkflows(environment), of).templates.find(
    (candidate) => candidate.name === name,
  );
  if (!found) throw new Error(`${of} has no template ${name}`);
  return found;
}

/** The data of a ConfigMap; undefined where there is none of that name. */
export function configMap(
  objects: readonly KubernetesObject[],
  name: string,
): Readonly<Record<string, string>> | undefined {
  const found = objects.find(
    ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name,
  );
  return found && (Reflect.get(found, 'data') as Readonly<Record<string, string>>);
}
