import { type ArgoWorkflowsClient, argoWorkflowsClient } from 'argo-workflows-client';

import { Refusal } from '../refusal.ts';

export interface ArgoFlags {
  readonly argoServer?: string;
}

/** The server that is named by the flag or ARGO_SERVER; undefined where neither is given. */
export function argoIfGiven(flags: ArgoFlags): ArgoWorkflowsClient | undefined {
  const url = flags.argoServer ?? process.env['ARGO_SERVER'];
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) throw new Refusal(`${url} is not the URL of an Argo Workflows server`);
  const token = process.env['ARGO_TOKEN'];
  return argoWorkflowsClient({ url, ...(token !== undefined && { token }) });
}

/** @throws {Refusal} where no server is named */
export function argoOf(flags: ArgoFlags): ArgoWorkflowsClient {
  const argo = argoIfGiven(flags);
  if (argo) return argo;
  throw new Refusal('pass the URL of the Argo Workflows server by --argo-server or ARGO_SERVER');
}
