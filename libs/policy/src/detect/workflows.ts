import { z } from 'zod';

import type { Rendered, RenderedObject, Selector } from '../rendered.ts';

const parameter = z.looseObject({
  name: z.string(),
  value: z.unknown().optional(),
  default: z.unknown().optional(),
});
const parameters = z
  .looseObject({ parameters: z.array(parameter).default([]) })
  .default({ parameters: [] });

const task = z.looseObject({
  name: z.string(),
  template: z.string().optional(),
  templateRef: z.looseObject({ name: z.string(), template: z.string() }).optional(),
  arguments: parameters,
  withParam: z.string().optional(),
});

const env = z.looseObject({
  name: z.string(),
  valueFrom: z.looseObject({ secretKeyRef: z.looseObject({}).optional() }).optional(),
});

const container = z.looseObject({
  image: z.string(),
  source: z.string().default(''),
  env: z.array(env).default([]),
  resources: z
    .looseObject({ limits: z.record(z.string(), z.unknown()).default({}) })
    .default({ limits: {} }),
  securityContext: z.looseObject({}).default({}),
});

const template = z.looseObject({
  name: z.string(),
  inputs: parameters,
  outputs: parameters,
  dag: z.looseObject({ tasks: z.array(task) }).optional(),
  steps: z.array(z.array(task)).optional(),
  script: container.optional(),
  container: container.optional(),
  resource: z.looseObject({ action: z.string(), manifest: z.string() }).optional(),
  activeDeadlineSeconds: z.unknown().optional(),
  volumes: z
    .array(z.looseObject({ configMap: z.looseObject({ name: z.string() }).optional() }))
    .default([]),
  synchronization: z.looseObject({ mutexes: z.array(z.unknown()).default([]) }).optional(),
});

const spec = z.looseObject({
  entrypoint: z.string().optional(),
  onExit: z.string().optional(),
  serviceAccountName: z.string().optional(),
  ttlStrategy: z.looseObject({}).optional(),
  arguments: parameters,
  templates: z.array(template).default([]),
});

/** A WorkflowTemplate, whose workflow is its spec, or a CronWorkflow, which has it inside. */
export const workflow = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.union([z.looseObject({ workflowSpec: spec }), spec]),
});

export type Workflow = z.output<typeof workflow>;
export type Spec = z.output<typeof spec>;
export type Template = z.output<typeof template>;
export type Task = z.output<typeof task>;
export type Container = z.output<typeof container>;

export const workflows: Selector = (rendered) => [
  ...rendered.of('argoproj.io/WorkflowTemplate'),
  ...rendered.of('argoproj.io/CronWorkflow'),
];

/** What is run by itself, and not only for its steps. */
export const runs: Selector = (rendered) =>
  workflows(rendered).filter(({ value }) => {
    const parsed = workflow.safeParse(value);
    return !parsed.success || specOf(parsed.data).spec.entrypoint !== undefined;
  });

interface Placed<T> {
  readonly spec: T;
  readonly at: readonly PropertyKey[];
}

export const specOf = ({ spec: outer }: Workflow): Placed<Spec> =>
  'workflowSpec' in outer
    ? { spec: spec.parse(outer.workflowSpec), at: ['spec', 'workflowSpec'] }
    : { spec: spec.parse(outer), at: ['spec'] };

/** The templates of a workflow, each with its place. */
export function templatesOf(value: Workflow): { template: Template; at: PropertyKey[] }[] {
  const { spec: inner, at } = specOf(value);
  return inner.templates.map((each, index) => ({
    template: each,
    at: [...at, 'templates', index],
  }));
}

/** What a template has done by others, each with its place in it, whether by their order or in turn. */
export const tasksOf = ({ dag, steps }: Template): { task: Task; at: PropertyKey[] }[] => [
  ...(dag?.tasks ?? []).map((each, place) => ({ task: each, at: ['dag', 'tasks', place] })),
  ...(steps ?? []).flatMap((group, turn) =>
    group.map((each, place) => ({ task: each, at: ['steps', turn, place] })),
  ),
];

/** What a template runs in a pod, if it does. */
export const podOf = ({ script, container: plain }: Template) => {
  if (script) return { container: script, key: 'script' };
  return plain ? { container: plain, key: 'container' } : undefined;
};

/** The template that a task names, of its own workflow or of another; undefined where there is none. */
export function called(
  rendered: Rendered,
  own: readonly Template[],
  { template: name, templateRef }: Pick<Task, 'template' | 'templateRef'>,
): { template: Template; own: readonly Template[] } | undefined {
  const others = templateRef ? templatesNamed(rendered, templateRef.name) : own;
  const wanted = templateRef ? templateRef.template : name;
  const found = others.find((each) => each.name === wanted);
  return found && { template: found, own: others };
}

const templatesNamed = (rendered: Rendered, name: string): readonly Template[] =>
  rendered
    .of('argoproj.io/WorkflowTemplate')
    .filter((object: RenderedObject) => object.name === name)
    .flatMap(({ value }) => {
      const parsed = workflow.safeParse(value);
      return parsed.success ? specOf(parsed.data).spec.templates : [];
    });
