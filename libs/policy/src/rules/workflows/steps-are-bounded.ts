import { podOf, templatesOf, type Template, workflow, workflows } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const stepsAreBounded = rule({
  id: 'workflows/steps-are-bounded',
  severity: 'error',
  why: 'A step that hangs holds the lock, and every later drill and recovery behind it; one without limits takes the node.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/fields/#template',
  declaredAt: 'workflows.recoveryBudget',
  appliesTo: workflows,
  shape: workflow,
  check: (value) =>
    templatesOf(value).flatMap(({ template, at }) => [
      ...(waits(template) && template.activeDeadlineSeconds === undefined
        ? [
            violation(`${template.name} may run for ever`, {
              at,
              expected: 'activeDeadlineSeconds',
              received: undefined,
            }),
          ]
        : []),
      ...unlimited(template).map((limits) =>
        violation(`${template.name} may take all of a node`, {
          at,
          expected: 'limits of cpu and memory',
          received: limits,
        }),
      ),
    ]),
});

/** Pods and what is waited for; reading or patching an object ends by itself. */
const waits = (template: Template): boolean =>
  podOf(template) !== undefined || template.resource?.action === 'create';

function unlimited(template: Template): string[] {
  const limits = podOf(template)?.container.resources.limits;
  if (!limits || ('cpu' in limits && 'memory' in limits)) return [];
  return [Object.keys(limits).join(', ')];
}
