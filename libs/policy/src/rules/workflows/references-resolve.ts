import {
  called,
  specOf,
  type Task,
  tasksOf,
  type Template,
  workflow,
  workflows,
} from '../../detect/workflows.ts';
import { rule, type Violation, violation } from '../../rule.ts';

export const referencesResolve = rule({
  id: 'workflows/references-resolve',
  severity: 'error',
  why: 'A runbook that names a step which is not there, or gives it not what it asks for, fails when it is needed.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/workflow-templates/',
  declaredAt: 'workflows/src',
  appliesTo: workflows,
  shape: workflow,
  check: (value, { rendered }) => {
    const { spec, at } = specOf(value);
    const own = spec.templates;
    return [
      ...(['entrypoint', 'onExit'] as const).flatMap((key) =>
        spec[key] === undefined || own.some(({ name }) => name === spec[key])
          ? []
          : [missing(spec[key], [...at, key])],
      ),
      ...own.flatMap((template, index) =>
        tasksOf(template).flatMap(({ task, at: place }) => {
          const where = [...at, 'templates', index, ...place];
          const found = called(rendered, own, task);
          const name = task.templateRef?.template ?? task.template;
          return found ? misgiven(task, found.template, where) : [missing(name, where)];
        }),
      ),
    ];
  },
});

const missing = (name: string | undefined, at: readonly PropertyKey[]): Violation =>
  violation('names a template that is not there', {
    at,
    expected: 'a template that is rendered',
    received: name,
  });

/** A template gets everything that it asks for, and nothing else. */
function misgiven(task: Task, { inputs }: Template, at: readonly PropertyKey[]): Violation[] {
  const given = task.arguments.parameters.map(({ name }) => name).toSorted();
  const asked = inputs.parameters;
  const wanted = asked.map(({ name }) => name);
  const needed = asked.filter((each) => each.value === undefined && each.default === undefined);
  return needed.every(({ name }) => given.includes(name)) &&
    given.every((name) => wanted.includes(name))
    ? []
    : [
        violation(`gives ${task.name} not what it asks for`, {
          at: [...at, 'arguments'],
          expected: wanted.toSorted().join(', '),
          received: given.join(', '),
        }),
      ];
}
