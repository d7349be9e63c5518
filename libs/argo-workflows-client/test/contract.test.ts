import type { IWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/Workflow';
import { some } from '@resilience/vitest/some';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { NotFound } from '../src/failures.ts';
import type { Stored } from '../src/stored.ts';
import type { WorkflowEvent } from '../src/watch.ts';
import {
  approvedWorkflow,
  cronWorkflow,
  label,
  labelSelector,
  template,
  workflow,
  workflowTemplate,
} from './contract-objects.ts';
import { refusals } from './contract-refusals.ts';
import { type Opened, subjects } from './subject.ts';
import { untilTold } from './until-told.ts';

describe.each(some(subjects()))('$name', ({ namespace, open }) => {
  let server: Opened;
  beforeAll(async () => {
    server = await open();
    await clear();
    const { raw } = server;
    await raw('POST', `/api/v1/workflow-templates/${namespace}`, { template: workflowTemplate });
    await raw('POST', '/api/v1/cluster-workflow-templates', { template: workflowTemplate });
    await raw('POST', `/api/v1/cron-workflows/${namespace}`, { cronWorkflow });
  });
  afterAll(async () => {
    await clear();
    server.close();
  });

  async function clear(): Promise<void> {
    const { argo, raw } = server;
    for (const { metadata } of (await argo.workflows.list(namespace, { labelSelector })).items) {
      await argo.workflows.delete(namespace, metadata.name ?? '');
    }
    await raw('DELETE', `/api/v1/workflow-templates/${namespace}/${template}`);
    await raw('DELETE', `/api/v1/cluster-workflow-templates/${template}`);
    await raw('DELETE', `/api/v1/cron-workflows/${namespace}/${template}`);
  }

  test('it tells its version', async () => {
    expect(await server.argo.server.version()).toMatchObject({
      version: expect.stringMatching(/^v\d+\.\d+/),
      goVersion: expect.stringMatching(/^go/),
    });
  });

  test('a template is submitted with a name, parameters and labels', async () => {
    const submitted = await server.argo.workflows.submit(
      namespace,
      { kind: 'WorkflowTemplate', name: template },
      {
        name: 'client-submitted',
        parameters: { reason: 'a=b, "c"' },
        labels: { [label.key]: label.value, drill: 'weekly' },
      },
    );
    expect(submitted).toMatchObject({
      metadata: { name: 'client-submitted', namespace, labels: { drill: 'weekly' } },
      spec: {
        arguments: { parameters: [{ name: 'reason', value: 'a=b, "c"' }] },
        workflowTemplateRef: { name: template },
      },
    });
  });

  test.each([
    { kind: 'ClusterWorkflowTemplate', ref: { name: template, clusterScope: true } },
    { kind: 'CronWorkflow', ref: undefined },
  ] as const)('a $kind is submitted', async ({ kind, ref }) => {
    const options = {
      generateName: 'client-of-other-',
      labels: { [label.key]: label.value },
    };
    const submitted = await server.argo.workflows.submit(
      namespace,
      { kind, name: template },
      options,
    );
    expect(submitted.metadata.name).toMatch(/^client-of-other-./);
    expect(submitted.spec.workflowTemplateRef).toEqual(ref);
  });

  test('a dry run makes nothing', async () => {
    const name = 'client-dry-run';
    const source = { kind: 'WorkflowTemplate', name: template } as const;
    const checked = await server.argo.workflows.submit(namespace, source, { name, dryRun: true });
    expect(checked.metadata.name).toBe(name);
    await expect(server.argo.workflows.get(namespace, name)).rejects.toBeInstanceOf(NotFound);
  });

  test('a workflow is created and read', async () => {
    const { workflows } = server.argo;
    const created = await workflows.create(namespace, workflow('client-created'));
    const read = await workflows.get(namespace, 'client-created');
    expect(read.metadata.uid).toBe(created.metadata.uid);
    expect(read.spec.entrypoint).toBe('approve');
  });

  test.each(some(refusals))(
    '$what is refused with its reason',
    async ({ call, kind, expected }) => {
      const failure = await call(server.argo, namespace).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(kind);
      expect(failure).toMatchObject(expected);
    },
  );

  test('a list goes on where a page ended', async () => {
    const { workflows } = server.argo;
    const all = await workflows.list(namespace, { labelSelector });
    const first = await workflows.list(namespace, { labelSelector, limit: 3 });
    expect(first.items).toHaveLength(3);
    const rest = await workflows.list(namespace, {
      labelSelector,
      limit: 100,
      ...(first.metadata.continue !== undefined && { continue: first.metadata.continue }),
    });
    expect(namesOf([...first.items, ...rest.items])).toEqual(namesOf(all.items));
  });

  test('a list of none is empty, and a list of fields has no more than those', async () => {
    const { workflows } = server.argo;
    const none = await workflows.list(namespace, { labelSelector: 'argo-workflows-client=none' });
    expect(none.items).toEqual([]);
    const { items } = await workflows.list(namespace, {
      labelSelector,
      fields: 'metadata,items.metadata.name',
    });
    expect(namesOf(items)).toContain('client-created');
    expect(items.filter(({ spec }) => spec.templates !== undefined)).toEqual([]);
  });

  test('a watch tells of a suspension, its end, and the deletion', async () => {
    const { workflows } = server.argo;
    const { metadata } = await workflows.list(namespace, { labelSelector });
    const watch = workflows.watch(namespace, {
      fieldSelector: 'metadata.name=client-created',
      resourceVersion: metadata.resourceVersion ?? '',
    });
    await workflows.suspend(namespace, 'client-created');
    expect(await untilTold(watch, ({ object }) => object.spec.suspend === true)).toMatchObject({
      type: 'MODIFIED',
    });
    await workflows.resume(namespace, 'client-created');
    expect(await untilTold(watch, ({ object }) => object.spec.suspend !== true)).toMatchObject({
      type: 'MODIFIED',
    });
    await workflows.delete(namespace, 'client-created');
    expect(await untilTold(watch, ({ type }) => type === 'DELETED')).toMatchObject({
      object: { metadata: { name: 'client-created' } },
    });
    await watch.return(undefined as never);
  });

  test('a watch from long ago begins anew', async () => {
    const watch = server.argo.workflows.watch(namespace, {
      fieldSelector: 'metadata.name=client-submitted',
      resourceVersion: '1',
    });
    const { value } = await watch.next();
    expect(value).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'client-submitted' } },
    });
    await watch.return(undefined as never);
  });

  test('a workflow without pods has no logs', async () => {
    const logs = server.argo.workflows.logs(namespace, 'client-submitted', { tailLines: 5 });
    expect(await logs.next()).toEqual({ done: true, value: undefined });
  });

  test('what a step waits for is supplied, and it goes on', async () => {
    const { workflows } = server.argo;
    const name = 'client-approved';
    await workflows.create(namespace, approvedWorkflow(name));
    const watch = workflows.watch(namespace, { fieldSelector: `metadata.name=${name}` });
    const reached = (wanted: string): Promise<WorkflowEvent> =>
      untilTold(watch, (event) => stepsIn(event).some(({ phase }) => phase === wanted));
    await reached('Running');
    await workflows.set(namespace, name, {
      nodeFieldSelector: 'displayName=client-approved',
      outputParameters: { 'approved-by': 'bob' },
      phase: 'Succeeded',
    });
    const [step] = stepsIn(await reached('Succeeded'));
    expect(step?.outputs?.parameters).toMatchObject([{ name: 'approved-by', value: 'bob' }]);
    await watch.return(undefined as never);
  });

  test('a workflow is run once more', async () => {
    const again = await server.argo.workflows.resubmit(namespace, 'client-submitted', {
      parameters: { reason: 'again' },
    });
    expect(again.metadata.name).not.toBe('client-submitted');
    expect(again.spec.arguments?.parameters).toEqual([{ name: 'reason', value: 'again' }]);
  });

  test.each([
    { verb: 'stop', shutdown: 'Stop' },
    { verb: 'terminate', shutdown: 'Terminate' },
  ] as const)('a workflow is told to $verb', async ({ verb, shutdown }) => {
    const { workflows } = server.argo;
    await workflows.create(namespace, workflow(`client-${verb}`));
    const { spec } = await workflows[verb](namespace, `client-${verb}`);
    expect(spec.shutdown).toBe(shutdown);
  });

  test('a cron workflow is suspended and resumed', async () => {
    const { cronWorkflows } = server.argo;
    const suspended = await cronWorkflows.suspend(namespace, template);
    expect(suspended.spec.suspend).toBe(true);
    const resumed = await cronWorkflows.resume(namespace, template);
    expect(resumed.spec.suspend ?? false).toBe(false);
    const read = await cronWorkflows.get(namespace, template);
    expect(read.spec.schedules).toEqual(['0 0 1 1 *']);
  });

  test('cron workflows and templates are listed', async () => {
    const { cronWorkflows, workflowTemplates, clusterWorkflowTemplates } = server.argo;
    const pages = await Promise.all([
      cronWorkflows.list(namespace, { labelSelector }),
      workflowTemplates.list(namespace, { labelSelector }),
      clusterWorkflowTemplates.list({ labelSelector }),
    ]);
    const names = pages.map(({ items }) => items.map(({ metadata }) => metadata.name));
    expect(names).toEqual([[template], [template], [template]]);
  });

  test('templates are read', async () => {
    const { workflowTemplates, clusterWorkflowTemplates } = server.argo;
    const read = [
      await workflowTemplates.get(namespace, template),
      await clusterWorkflowTemplates.get(template),
    ];
    expect(read.map(({ spec }) => spec.entrypoint)).toEqual(['approve', 'approve']);
  });
});

/** In one order: the server promises none. */
const namesOf = (workflows: readonly Stored<IWorkflow>[]): Set<string | undefined> =>
  new Set(workflows.map(({ metadata }) => metadata.name));

const stepsIn = ({ object }: WorkflowEvent) => Object.values(object.status?.nodes ?? {});
