import type { Runbook } from './runbook.ts';
import { inTurn } from './template.ts';

type Template = NonNullable<Runbook['templates']>[number];

/** On an application: the workflow that paused it, and has to let it go on. */
const pausedBy = 'resilience-layer/paused-by';

export const pause = 'pause-application';
export const resume = 'resume-application';

/**
 * ArgoCD would sync into a namespace that is being restored. These pause the application that deploys
 * it, if it syncs by itself, and let it go on whatever became of the restore.
 *
 * @param namespace where ArgoCD's applications are
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/
 */
export const pausedApplication = (namespace: string): Template[] => [
  { name: pause, dag: { tasks: [whenNamed('pause-unless-manual')] } },
  { name: resume, ...inTurn([whenNamed('resume-if-paused')]) },
  {
    name: 'pause-unless-manual',
    dag: {
      tasks: [
        { name: 'look', template: 'look-at-application' },
        {
          name: 'pause',
          template: 'switch-application-off',
          depends: 'look',
          when: "{{= tasks.look.outputs.parameters.automated != '' && tasks.look.outputs.parameters.enabled != 'false' }}",
        },
      ],
    },
  },
  {
    name: 'resume-if-paused',
    ...inTurn(
      [{ name: 'look', template: 'look-at-application' }],
      [
        {
          name: 'resume',
          template: 'switch-application-on',
          when: "{{= steps.look.outputs.parameters['paused-by'] == workflow.name }}",
        },
      ],
    ),
  },
  {
    name: 'look-at-application',
    resource: { action: 'get', manifest: manifest(namespace) },
    outputs: {
      parameters: [
        output('automated', '{.spec.syncPolicy.automated}'),
        output('enabled', '{.spec.syncPolicy.automated.enabled}'),
        output('paused-by', `{.metadata.annotations['${pausedBy}']}`),
      ],
    },
  },
  patch(namespace, 'switch-application-off', false, '{{workflow.name}}'),
  patch(namespace, 'switch-application-on', true, null),
];

/** Does nothing when no application is named. */
const whenNamed = (template: string) => ({
  name: 'application',
  template,
  when: "'{{workflow.parameters.application}}' != ''",
});

const output = (name: string, jsonPath: string) => ({
  name,
  valueFrom: { jsonPath, default: '' },
});

function patch(namespace: string, name: string, enabled: boolean, by: string | null): Template {
  const changes = {
    metadata: { annotations: { [pausedBy]: by } },
    spec: { syncPolicy: { automated: { enabled } } },
  };
  return {
    name,
    resource: {
      action: 'patch',
      mergeStrategy: 'merge',
      manifest: manifest(namespace, changes),
    },
  };
}

function manifest(
  namespace: string,
  { metadata = {}, spec }: { metadata?: object; spec?: object } = {},
): string {
  return JSON.stringify(
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: '{{workflow.parameters.application}}', namespace, ...metadata },
      ...(spec && { spec }),
    },
    null,
    2,
  );
}
