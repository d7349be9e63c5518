import type { IWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/Workflow';

import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';
import { list, type ListOptions, type Page } from './listing.ts';
import { type LogEntry, type LogOptions, workflowLogs } from './logs.ts';
import { type Parameters, toArguments } from './parameters.ts';
import type { Stored } from './stored.ts';
import { type SubmitOptions, toSubmitOpts, type WorkflowSource } from './submit-options.ts';
import { type WatchOptions, watchWorkflows, type WorkflowEvent } from './watch.ts';

export interface WorkflowListOptions extends ListOptions {
  /** What each item is to have, such as `metadata,items.metadata.name,items.status.phase`. */
  readonly fields?: string;
}

export interface RetryOptions extends CallOptions {
  /** Steps that succeeded run again, too: those that `nodeFieldSelector` finds. */
  readonly restartSuccessful?: boolean;
  readonly nodeFieldSelector?: string;
  readonly parameters?: Parameters;
}

export interface ResubmitOptions extends CallOptions {
  /** Takes over the outputs of steps that succeeded. */
  readonly memoized?: boolean;
  readonly parameters?: Parameters;
}

export interface ResumeOptions extends CallOptions {
  /** Only these suspended steps, such as `displayName=approve`; all of them if left out. */
  readonly nodeFieldSelector?: string;
}

export interface SetOptions extends CallOptions {
  /** Which of the steps that wait, such as `displayName=approve`. */
  readonly nodeFieldSelector: string;
  /** Values of its output parameters, by name; each has to be declared with `valueFrom.supplied`. */
  readonly outputParameters?: Parameters;
  /** Ends the wait with it; the step goes on waiting if left out. */
  readonly phase?: 'Error' | 'Failed' | 'Succeeded';
  /** What the step says of it. */
  readonly message?: string;
}

export interface StopOptions extends CallOptions {
  /** What the workflow's status says of it. */
  readonly message?: string;
  readonly nodeFieldSelector?: string;
}

export interface DeleteOptions extends CallOptions {
  /** Drops finalizers, so that it goes although its artifacts cannot be deleted. */
  readonly force?: boolean;
}

/** The workflows of an Argo Workflows server. */
export class Workflows {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Runs a template, or a cron workflow out of its turn. */
  submit(
    namespace: string,
    source: WorkflowSource,
    options: SubmitOptions = {},
  ): Promise<Stored<IWorkflow>> {
    return this.#connection.request({
      method: 'POST',
      path: ['workflows', namespace, 'submit'],
      body: {
        namespace,
        resourceKind: source.kind,
        resourceName: source.name,
        submitOptions: toSubmitOpts(options),
      },
      ...signalOf(options),
    });
  }

  /** Runs a workflow that is written out. */
  create(
    namespace: string,
    workflow: IWorkflow,
    options: CallOptions = {},
  ): Promise<Stored<IWorkflow>> {
    return this.#connection.request({
      method: 'POST',
      path: ['workflows', namespace],
      body: { namespace, workflow },
      ...signalOf(options),
    });
  }

  /** @param name also `@latest`, that which was made last */
  get(namespace: string, name: string, options: CallOptions = {}): Promise<Stored<IWorkflow>> {
    return this.#connection.request({
      method: 'GET',
      path: ['workflows', namespace, name],
      ...signalOf(options),
    });
  }

  /** A page of the namespace's workflows, those in the server's archive among them. */
  list(namespace: string, options: WorkflowListOptions = {}): Promise<Page<Stored<IWorkflow>>> {
    return list(this.#connection, ['workflows', namespace], options);
  }

  /** Every change from now on, or from a `resourceVersion`; see {@link watchWorkflows}. */
  watch(namespace: string, options: WatchOptions = {}): AsyncGenerator<WorkflowEvent, never> {
    return watchWorkflows(this.#connection, namespace, options);
  }

  /** What the pods of a workflow write; see {@link workflowLogs}. */
  logs(namespace: string, name: string, options: LogOptions = {}): AsyncGenerator<LogEntry> {
    return workflowLogs(this.#connection, ['workflows', namespace, name], options);
  }

  /** Runs again what failed of a workflow that has failed. */
  retry(namespace: string, name: string, options: RetryOptions = {}): Promise<Stored<IWorkflow>> {
    const { parameters, ...rest } = options;
    return this.#act([namespace, name, 'retry'], { ...rest, ...listed(parameters) });
  }

  /** Runs a new workflow like this one. */
  resubmit(
    namespace: string,
    name: string,
    options: ResubmitOptions = {},
  ): Promise<Stored<IWorkflow>> {
    const { parameters, ...rest } = options;
    return this.#act([namespace, name, 'resubmit'], { ...rest, ...listed(parameters) });
  }

  /** Begins no further step until it is resumed. */
  suspend(namespace: string, name: string, options: CallOptions = {}): Promise<Stored<IWorkflow>> {
    return this.#act([namespace, name, 'suspend'], options);
  }

  /** Ends the wait of a suspended workflow, or of steps that wait for an approval. */
  resume(namespace: string, name: string, options: ResumeOptions = {}): Promise<Stored<IWorkflow>> {
    return this.#act([namespace, name, 'resume'], options);
  }

  /** Supplies what steps that wait were to be told, and ends the wait where a phase is given, at once. */
  set(namespace: string, name: string, options: SetOptions): Promise<Stored<IWorkflow>> {
    const { outputParameters, ...rest } = options;
    return this.#act([namespace, name, 'set'], {
      ...rest,
      ...(outputParameters && { outputParameters: JSON.stringify(outputParameters) }),
    });
  }

  /** Ends the running steps; exit handlers still run. */
  stop(namespace: string, name: string, options: StopOptions = {}): Promise<Stored<IWorkflow>> {
    return this.#act([namespace, name, 'stop'], options);
  }

  /** Ends everything at once: exit handlers, and so clean-ups, do not run. */
  terminate(
    namespace: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Stored<IWorkflow>> {
    return this.#act([namespace, name, 'terminate'], options);
  }

  async delete(namespace: string, name: string, options: DeleteOptions = {}): Promise<void> {
    await this.#connection.request({
      method: 'DELETE',
      path: ['workflows', namespace, name],
      query: { force: options.force },
      ...signalOf(options),
    });
  }

  #act(
    [namespace, name, verb]: readonly [string, string, string],
    { signal, ...body }: CallOptions,
  ): Promise<Stored<IWorkflow>> {
    return this.#connection.request({
      method: 'PUT',
      path: ['workflows', namespace, name, verb],
      body: { namespace, name, ...body },
      ...(signal && { signal }),
    });
  }
}

const signalOf = ({ signal }: CallOptions): CallOptions => (signal ? { signal } : {});

const listed = (parameters: Parameters | undefined): { parameters?: string[] } =>
  parameters ? { parameters: toArguments(parameters) } : {};
