import type { KubernetesObject } from '@resilience/velero/kinds/kubernetes-object';

interface Parameter {
  readonly name: string;
  readonly value?: string;
  readonly default?: string;
  readonly valueFrom?: { readonly supplied?: object };
}

interface Parameters {
  readonly parameters?: readonly Parameter[];
}

export interface Task {
  readonly name: string;
  readonly template?: string;
  readonly templateRef?: { readonly name: string; readonly template: string };
  readonly arguments?: Parameters;
  readonly depends?: string;
  readonly when?: string;
  readonly withParam?: string;
  readonly continueOn?: { readonly failed?: boolean };
}

/** What is run at once. */
export type Group = readonly Task[];

export interface Dag {
  readonly tasks: readonly Task[];
  readonly target?: string;
  readonly failFast?: boolean;
}

export interface Template {
  readonly name: string;
  readonly inputs?: Parameters;
  readonly outputs?: Parameters;
  readonly dag?: Dag;
  readonly steps?: readonly Group[];
  readonly suspend?: { readonly duration?: string };
  readonly script?: {
    readonly env: readonly { readonly name: string; readonly value?: string }[];
  };
  readonly container?: { readonly command: readonly string[] };
  readonly resource?: {
    readonly action: string;
    readonly manifest: string;
    readonly successCondition?: string;
    readonly failureCondition?: string;
  };
  readonly retryStrategy?: object;
  readonly synchronization?: { readonly mutexes: readonly { readonly name: string }[] };
  readonly metrics?: { readonly prometheus: readonly Metric[] };
}

export interface Metric {
  readonly name: string;
  readonly when: string;
  readonly labels: readonly { readonly key: string; readonly value: string }[];
  readonly gauge: { readonly value: string };
}

export interface Workflow {
  readonly entrypoint: string;
  readonly onExit?: string;
  readonly serviceAccountName: string;
  readonly arguments?: Parameters;
  readonly templates: readonly Template[];
}

/** @returns the workflow of a WorkflowTemplate or CronWorkflow */
export function workflowOf(objects: readonly KubernetesObject[], name: string): Workflow {
  const found = objects.find(
    ({ kind, metadata }) =>
      ['WorkflowTemplate', 'CronWorkflow'].includes(kind) && metadata.name === name,
  );
  if (!found || !('spec' in found)) throw new Error(`${name} is not rendered`);
  const spec = found.spec as Workflow & { readonly workflowSpec?: Workflow };
  return spec.workflowSpec ?? spec;
}

/** The names of the DAGs that a template is, or comes to. */
export function dagsFrom(
  objects: readonly KubernetesObject[],
  own: readonly Template[],
  name: string,
): string[] {
  const template = own.find((each) => each.name === name);
  const tasks = [...(template?.dag?.tasks ?? []), ...(template?.steps ?? []).flat()];
  return [
    ...(template?.dag ? [name] : []),
    ...tasks.flatMap(({ template: next = '', templateRef }) =>
      templateRef
        ? dagsFrom(objects, workflowOf(objects, templateRef.name).templates, templateRef.template)
        : dagsFrom(objects, own, next),
    ),
  ];
}
