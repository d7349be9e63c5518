import type { IWorkflowTemplate } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/WorkflowTemplate';

export type WorkflowSpec = IWorkflowTemplate['spec'];
export type Template = NonNullable<WorkflowSpec['templates']>[number];
/** A template that other templates name. */
export type Named = Template & { readonly name: string };
export type Task = NonNullable<Template['dag']>['tasks'][number];

/** A task of a template that runs its tasks in turn. */
export type Step = Omit<Task, 'depends' | 'dependencies'>;

/** A parameter and what it holds, which may be an expression of Argo. */
export type Values = Readonly<Record<string, string>>;

/** Arguments of a step, or of a whole workflow. */
export const parameters = (values: Values) => ({
  parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

/** What a template is given, without a default. */
export const inputs = (...names: readonly string[]) => ({
  parameters: names.map((name) => ({ name })),
});

/** Hands parameters on to a step under their own names. */
export const passed = (...names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, input(name)]));

export const input = (name: string): string => `{{inputs.parameters.${name}}}`;

/** What an earlier task of the same template left. */
export const output = (task: string, name: string): string =>
  `{{tasks.${task}.outputs.parameters.${name}}}`;

/** Tasks one after the other, those of a group at once, as long as none of them fails. */
export const sequence = (
  ...groups: readonly (Task | readonly Task[])[]
): Pick<Template, 'dag'> => ({
  dag: {
    tasks: groups.flatMap((group, index) => {
      const depends = [groups[index - 1] ?? []].flat().map(({ name }) => name);
      return [group]
        .flat()
        .map((task) => (depends.length > 0 ? { ...task, depends: depends.join(' && ') } : task));
    }),
  },
});

/**
 * Tasks one after the other, those of a group at once, as long as none fails that must not. At the end of a run
 * they have to be these: in one that is stopped Argo fails a DAG as soon as its first tasks are made.
 *
 * @see https://github.com/argoproj/argo-workflows/pull/16488
 */
export const inTurn = (...groups: readonly (readonly Step[])[]): Pick<Template, 'steps'> =>
  // The published types have the groups in objects, which the controller does not.
  Object.assign<Pick<Template, 'steps'>, object>({}, { steps: groups });

/** How an earlier task of a template in turn ended. */
export const statusOf = (task: string): string => `{{steps.${task}.status}}`;
