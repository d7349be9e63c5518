import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Client } from '../../apiserver/client.ts';
import type { LocalImage } from '../images/images.ts';
import { addresses } from '../node/addresses.ts';
import { type Argo, startArgo } from './argo.ts';
import { type Chat, startChat } from './chat.ts';
import { type ArgoPrograms, executorImage } from './programs.ts';

/** What rendered runbooks need of a machine. */
export interface ArgoMachine {
  readonly programs: ArgoPrograms;
  readonly image: LocalImage;
  /** Where every channel of the declaration leads. */
  readonly chat: Chat;
}

export const argoMachine = async (programs: ArgoPrograms): Promise<ArgoMachine> => ({
  programs,
  image: executorImage(programs),
  chat: await startChat(addresses.machine),
});

/** Kinds that runbooks are, and those that they look at. */
export const argoKinds: readonly string[] = [
  'Workflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'CronWorkflow',
  'WorkflowTaskSet',
  'WorkflowTaskResult',
  'WorkflowArtifactGCTask',
  'WorkflowEventBinding',
  'Application',
].map((kind) => `argoproj.io/${kind}`);

interface Run {
  readonly client: Client;
  readonly kubeconfig: string;
  readonly environment: Environment;
}

/** Starts Argo, with the secrets that runbooks read. */
export async function startRunbooks(
  { programs, chat }: ArgoMachine,
  { client, kubeconfig, environment }: Run,
): Promise<Argo> {
  const { workflows, notifications } = environment;
  for (const channel of Object.values(notifications.channels)) {
    if (channel.kind !== 'slack') continue;
    const { name, key } = channel.webhook;
    await client.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: veleroServiceAccount.namespace },
      stringData: { [key]: chat.url },
    });
  }
  const { namespace } = workflows.controller;
  return startArgo({ programs, client, kubeconfig, namespace });
}
