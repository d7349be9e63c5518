import type { ICronWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/CronWorkflow';

import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';
import { list, type ListOptions, type Page } from './listing.ts';
import type { Stored } from './stored.ts';

/** The cron workflows of an Argo Workflows server. */
export class CronWorkflows {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get(namespace: string, name: string, options: CallOptions = {}): Promise<Stored<ICronWorkflow>> {
    return this.#connection.request({
      ...options,
      method: 'GET',
      path: ['cron-workflows', namespace, name],
    });
  }

  list(namespace: string, options: ListOptions = {}): Promise<Page<Stored<ICronWorkflow>>> {
    return list(this.#connection, ['cron-workflows', namespace], options);
  }

  /** Lets no further run begin. */
  suspend(
    namespace: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Stored<ICronWorkflow>> {
    return this.#act([namespace, name, 'suspend'], options);
  }

  resume(
    namespace: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Stored<ICronWorkflow>> {
    return this.#act([namespace, name, 'resume'], options);
  }

  #act(
    [namespace, name, verb]: readonly [string, string, string],
    options: CallOptions,
  ): Promise<Stored<ICronWorkflow>> {
    return this.#connection.request({
      ...options,
      method: 'PUT',
      path: ['cron-workflows', namespace, name, verb],
      body: { namespace, name },
    });
  }
}
