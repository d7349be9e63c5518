import { specOf, tasksOf, workflow, type Workflow } from '../../detect/workflows.ts';
import type { Selector } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

const parameter = 'disaster-at';
const given = `{{workflow.parameters.${parameter}}}`;

const recoveriesOf = (value: Workflow) =>
  specOf(value)
    .spec.templates.flatMap(tasksOf)
    .filter(({ task }) => task.templateRef?.template === 'recover');

const recoveries: Selector = (rendered) =>
  rendered.of('argoproj.io/WorkflowTemplate').filter(({ value }) => {
    const parsed = workflow.safeParse(value);
    return !parsed.success || recoveriesOf(parsed.data).length > 0;
  });

export const recoveriesKnowTheDisaster = rule({
  id: 'workflows/recoveries-know-the-disaster',
  severity: 'error',
  why: 'The newest backup may have been made after the loss: it is Completed, and holds nothing of what was lost.',
  source: 'https://velero.io/docs/v1.18/restore-reference/',
  declaredAt: 'workflows/src',
  appliesTo: recoveries,
  shape: workflow,
  check: (value) => {
    const { spec, at } = specOf(value);
    const asked = spec.arguments.parameters.find(({ name }) => name === parameter);
    return [
      ...(asked && asked.value === undefined && asked.default === undefined
        ? []
        : [
            violation('can be started without the time of the disaster', {
              at: [...at, 'arguments', 'parameters'],
              expected: `a parameter ${parameter} without a value`,
              received: asked?.value,
            }),
          ]),
      ...recoveriesOf(value)
        .map(({ task }) => task.arguments.parameters.find(({ name }) => name === parameter)?.value)
        .filter((passed) => passed !== given)
        .map((passed) =>
          violation('does not hand the time of the disaster on', {
            at: [...at, 'templates'],
            expected: given,
            received: passed,
          }),
        ),
    ];
  },
});
