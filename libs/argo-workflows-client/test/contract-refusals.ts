import { expect } from 'vitest';

import type { ArgoWorkflowsClient } from '../src/client.ts';
import { Conflict, InvalidArgument, NotFound, type Refused, ServerError } from '../src/failures.ts';
import { workflow } from './contract-objects.ts';

interface Refusal {
  readonly what: string;
  readonly call: (argo: ArgoWorkflowsClient, namespace: string) => Promise<unknown>;
  readonly kind: new (...words: never[]) => Refused;
  readonly expected: object;
}

const notFound = {
  httpStatus: 404,
  grpcCode: 5,
  message: expect.stringContaining('"client-none" not found') as string,
};

/** What every server refuses. */
export const refusals: readonly Refusal[] = [
  {
    what: 'a name that is taken',
    call: ({ workflows }, namespace) => workflows.create(namespace, workflow('client-created')),
    kind: Conflict,
    expected: {
      httpStatus: 409,
      grpcCode: 6,
      message: expect.stringContaining('already exists') as string,
    },
  },
  {
    what: 'a workflow that is not there',
    call: ({ workflows }, namespace) => workflows.get(namespace, 'client-none'),
    kind: NotFound,
    expected: notFound,
  },
  {
    what: 'the log of one that is not there',
    call: ({ workflows }, namespace) => workflows.logs(namespace, 'client-none').next(),
    kind: NotFound,
    expected: notFound,
  },
  {
    what: 'a template that is not there',
    call: ({ workflows }, namespace) =>
      workflows.submit(namespace, { kind: 'WorkflowTemplate', name: 'client-none' }),
    kind: NotFound,
    expected: notFound,
  },
  {
    what: 'a cron workflow that is not there',
    call: ({ cronWorkflows }, namespace) => cronWorkflows.suspend(namespace, 'client-none'),
    kind: NotFound,
    expected: notFound,
  },
  {
    what: 'a workflow that begins nowhere',
    call: ({ workflows }, namespace) => {
      const { spec, ...rest } = workflow('client-invalid');
      return workflows.create(namespace, { ...rest, spec: { ...spec, entrypoint: 'nowhere' } });
    },
    kind: InvalidArgument,
    expected: {
      httpStatus: 400,
      grpcCode: 3,
      message: expect.stringContaining('nowhere') as string,
    },
  },
  {
    what: 'a retry of what has not failed',
    call: ({ workflows }, namespace) => workflows.retry(namespace, 'client-created'),
    kind: InvalidArgument,
    expected: {
      httpStatus: 400,
      grpcCode: 3,
      message: expect.stringContaining('Cannot retry a workflow') as string,
    },
  },
  {
    what: 'an output of a step that does not wait',
    call: ({ workflows }, namespace) =>
      workflows.set(namespace, 'client-created', {
        nodeFieldSelector: 'displayName=approve',
        outputParameters: { 'approved-by': 'bob' },
        phase: 'Succeeded',
      }),
    kind: ServerError,
    expected: {
      httpStatus: 500,
      grpcCode: 13,
      message: expect.stringContaining('no suspend nodes matching') as string,
    },
  },
];
