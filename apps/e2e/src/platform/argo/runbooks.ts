import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Client } from '../../apiserver/client.ts';
import type { Identities } from '../identities.ts';
import type { Argo, ArgoRun } from './argo.ts';
import { type Chat, startChat } from './chat.ts';
import { type PodIdentity, startPodIdentity } from './pod-identity.ts';

/** How Argo gets into a cluster, or is found there. */
export type StartArgo = (run: ArgoRun) => Promise<Argo>;

/** What rendered runbooks need of a machine. */
export interface ArgoMachine {
  readonly start: StartArgo;
  /** Where every channel of the declaration leads. */
  readonly chat: Chat;
  readonly identity: PodIdentity;
  readonly stop: () => void;
}

/** @param address where pods reach this machine */
export async function argoMachine(
  start: StartArgo,
  identities: Identities,
  address: string,
): Promise<ArgoMachine> {
  const chat = await startChat(address);
  const identity = await startPodIdentity(identities, address);
  const stop = (): void => {
    chat.stop();
    identity.stop();
  };
  return { start, chat, identity, stop };
}

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

/** Starts Argo, or finds it, with the secrets that runbooks read. */
export async function startRunbooks(
  { start, chat, identity }: ArgoMachine,
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
  identity.serve({ client, environment });
  const { namespace } = workflows.controller;
  return start({ client, kubeconfig, namespace });
}
