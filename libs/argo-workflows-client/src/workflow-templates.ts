import type { IClusterWorkflowTemplate } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/ClusterWorkflowTemplate';
import type { IWorkflowTemplate } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/WorkflowTemplate';

import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';
import { list, type ListOptions, type Page } from './listing.ts';
import type { Stored } from './stored.ts';

/** The workflow templates of an Argo Workflows server. */
export class WorkflowTemplates {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get(
    namespace: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Stored<IWorkflowTemplate>> {
    return this.#connection.request({
      ...options,
      method: 'GET',
      path: ['workflow-templates', namespace, name],
    });
  }

  list(namespace: string, options: ListOptions = {}): Promise<Page<Stored<IWorkflowTemplate>>> {
    return list(this.#connection, ['workflow-templates', namespace], options);
  }
}

/** Its templates that belong to no namespace. */
export class ClusterWorkflowTemplates {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get(name: string, options: CallOptions = {}): Promise<Stored<IClusterWorkflowTemplate>> {
    return this.#connection.request({
      ...options,
      method: 'GET',
      path: ['cluster-workflow-templates', name],
    });
  }

  list(options: ListOptions = {}): Promise<Page<Stored<IClusterWorkflowTemplate>>> {
    return list(this.#connection, ['cluster-workflow-templates'], options);
  }
}
