import {
  called,
  specOf,
  tasksOf,
  type Spec,
  type Template,
  workflow,
  workflows,
} from '../../detect/workflows.ts';
import type { Rendered } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const parametersExist = rule({
  id: 'workflows/parameters-exist',
  severity: 'error',
  why: 'Argo hands on an expression that it cannot resolve as it stands, or stops the run there.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/variables/',
  declaredAt: 'workflows/src',
  appliesTo: workflows,
  shape: workflow,
  check: (value, { rendered }) => {
    const { spec, at } = specOf(value);
    return spec.templates.flatMap((template, index) => {
      const known = knownIn(template, spec, rendered);
      return referencesOf(template)
        .filter((reference) => !known.has(reference))
        .map((reference) =>
          violation(`nothing is known by the name ${reference}`, {
            at: [...at, 'templates', index],
            expected: 'an input, output or parameter that exists',
            received: reference,
          }),
        );
    });
  },
});

/** What an item holds is known when the list of them is. */
const referencesOf = (template: Template): string[] => [
  ...referencesIn({ ...template, dag: {}, steps: [] }),
  ...tasksOf(template).flatMap(({ task }) =>
    referencesIn(task).filter(
      (reference) => task.withParam === undefined || !/^item(\.\w+)?$/.test(reference),
    ),
  ),
];

/** In `{{…}}`, and in expressions, `{{=…}}`, which name a key with a hyphen in brackets. */
const referencesIn = (part: object): string[] =>
  [...JSON.stringify(part).matchAll(/\{\{(=?)(.*?)\}\}/g)].flatMap(([, expression, text = '']) =>
    expression === '=' ? namesIn(text) : [text.trim()],
  );

const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/(?:tasks|steps|inputs|workflow)(?:\.[\w-]+|\['[\w-]+'\])+/g)].map(
    ([path]) => path.replaceAll(/\['([\w-]+)'\]/g, '.$1'),
  );

/** What Argo itself knows of a run. */
const ofArgo = [
  'workflow.name',
  'workflow.namespace',
  'workflow.status',
  'workflow.failures',
  'status',
];

const names = (prefix: string, { parameters }: Template['inputs']): string[] =>
  parameters.map(({ name }) => `${prefix}.parameters.${name}`);

function knownIn(template: Template, spec: Spec, rendered: Rendered): ReadonlySet<string> {
  const kind = template.steps ? 'steps' : 'tasks';
  return new Set([
    ...ofArgo,
    ...names('workflow', spec.arguments),
    ...names('inputs', template.inputs),
    ...names('outputs', template.outputs),
    ...tasksOf(template).flatMap(({ task }) => {
      const found = called(rendered, spec.templates, task);
      const outputs = found ? names(`${kind}.${task.name}.outputs`, found.template.outputs) : [];
      return [`${kind}.${task.name}.status`, ...outputs];
    }),
  ]);
}
