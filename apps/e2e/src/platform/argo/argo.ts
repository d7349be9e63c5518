import type { Client } from '../../apiserver/client.ts';

/** Argo Workflows, with its server. */
export interface Argo {
  /** Where the server answers. */
  readonly url: string;
  /** Whom it takes one for, where it asks. */
  readonly token?: string;
  /** What the controller publishes. */
  readonly scrape: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Where Argo is started, or reached. */
export interface ArgoRun {
  readonly client: Client;
  readonly kubeconfig: string;
  /** Of the controller, as it is declared. */
  readonly namespace: string;
}
