import { changeWorkflow } from '@resilience/config/derived-lengths';
import { type Duration, goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { backupServiceAccount } from '@resilience/config/names';

import { createBackup } from '../create-and-wait.ts';
import { namespace, type Runbook, workflowDefaults } from '../runbook.ts';

type Template = NonNullable<Runbook['templates']>[number];

/** On an application of ArgoCD: says "enabled" where a backup has to come before each change. */
const optIn = 'resilience-layer/back-up-before-change';
/** On an application of ArgoCD: the ticket of the change at hand. */
const ticket = 'resilience-layer/ticket';

/**
 * Backs a namespace up before ArgoCD syncs a change into it; when the backup fails, so does the sync.
 * Applications opt in by an annotation.
 */
export const backUpBeforeChange = ({ changes, gitops, workflows }: Environment): Runbook => ({
  ...workflowDefaults(backupServiceAccount),
  entrypoint: 'back-up-unless-declined',
  arguments: {
    parameters: [
      { name: 'application', description: 'Application of ArgoCD that is about to be synced' },
      { name: 'namespace', description: 'Namespace that it deploys to' },
    ],
  },
  templates: [
    {
      name: 'back-up-unless-declined',
      dag: {
        tasks: [
          { name: 'change', template: 'look-at-change' },
          {
            name: 'back-up',
            template: 'back-up',
            depends: 'change',
            when: "'{{tasks.change.outputs.parameters.opt-in}}' == 'enabled'",
            arguments: {
              parameters: ['ticket', 'revision'].map((name) => ({
                name,
                value: `{{tasks.change.outputs.parameters.${name}}}`,
              })),
            },
          },
        ],
      },
    },
    lookAtChange(gitops.namespace),
    backUp(changes.retention, workflows.recoveryBudget),
  ],
});

/** What ArgoCD knows of the change: it has noted the revision when it runs its hooks. */
const lookAtChange = (namespaceOfArgocd: string): Template => ({
  name: 'look-at-change',
  resource: {
    action: 'get',
    manifest: JSON.stringify({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: '{{workflow.parameters.application}}',
        namespace: namespaceOfArgocd,
      },
    }),
  },
  outputs: {
    parameters: [
      output('opt-in', `{.metadata.annotations['${optIn}']}`),
      output('ticket', `{.metadata.annotations['${ticket}']}`),
      output('revision', '{.status.operationState.syncResult.revision}'),
    ],
  },
});

const backUp = (retention: Duration, within: Duration): Template => ({
  ...createBackup(
    'back-up',
    {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: {
        generateName: `${changeWorkflow('{{workflow.parameters.application}}')}-`,
        namespace,
        labels: {
          'resilience-layer/application': '{{workflow.parameters.application}}',
          'resilience-layer/ticket': '{{inputs.parameters.ticket}}',
          'resilience-layer/revision': '{{inputs.parameters.revision}}',
        },
      },
      spec: {
        includedNamespaces: ['{{workflow.parameters.namespace}}'],
        storageLocation: 'default',
        volumeSnapshotLocations: ['default'],
        ttl: goDuration(retention),
        snapshotVolumes: true,
        // The change waits for it, and a snapshot is there at once.
        snapshotMoveData: false,
        defaultVolumesToFsBackup: false,
      },
    },
    within,
  ),
  inputs: { parameters: [{ name: 'ticket' }, { name: 'revision' }] },
});

const output = (name: string, jsonPath: string) => ({ name, valueFrom: { jsonPath, default: '' } });
