import { Connection, type ConnectionOptions } from './connection.ts';
import { CronWorkflows } from './cron-workflows.ts';
import { Server } from './server.ts';
import { ClusterWorkflowTemplates, WorkflowTemplates } from './workflow-templates.ts';
import { Workflows } from './workflows.ts';

export type { RetryPolicy } from './backoff.ts';
export type { CallOptions } from './call.ts';
export type { Fetch, FetchRequest } from './fetch.ts';
export type { ListOptions, Page } from './listing.ts';
export type { LogEntry, LogOptions } from './logs.ts';
export type { Stored } from './stored.ts';
export type { SubmitOptions, WorkflowSource } from './submit-options.ts';
export type { Token } from './token.ts';
export type { WatchOptions, WorkflowEvent } from './watch.ts';
export type { ConnectionOptions };

/** A client of one Argo Workflows server. */
export interface ArgoWorkflowsClient {
  readonly workflows: Workflows;
  readonly cronWorkflows: CronWorkflows;
  readonly workflowTemplates: WorkflowTemplates;
  readonly clusterWorkflowTemplates: ClusterWorkflowTemplates;
  readonly server: Server;
}

/**
 * Makes a client; nothing is asked of the server yet.
 *
 * @throws TypeError when the URL is none
 */
export function argoWorkflowsClient(options: ConnectionOptions): ArgoWorkflowsClient {
  const connection = new Connection(options);
  return {
    workflows: new Workflows(connection),
    cronWorkflows: new CronWorkflows(connection),
    workflowTemplates: new WorkflowTemplates(connection),
    clusterWorkflowTemplates: new ClusterWorkflowTemplates(connection),
    server: new Server(connection),
  };
}
