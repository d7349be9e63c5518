import { reachedFrom } from '../../detect/reached.ts';
import { specOf, workflow } from '../../detect/workflows.ts';
import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const drillsCleanUp = rule({
  id: 'workflows/drills-clean-up',
  severity: 'error',
  why: 'What a drill that failed leaves behind is paid for, is a copy of production, and is in the way of the next.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/walk-through/exit-handlers/',
  declaredAt: 'drills.{name}',
  appliesTo: kind('argoproj.io/CronWorkflow'),
  shape: workflow,
  check: (value, { rendered }) => {
    const { spec, at } = specOf(value);
    const reached = reachedFrom({ rendered, own: spec.templates }, spec.onExit);
    const done = new Set(reached.map(({ template }) => template.name));
    const undone = ['clean-up', 'leave-evidence'].filter((step) => !done.has(step));
    return undone.map((step) =>
      violation(`ends without ${step}`, {
        at: [...at, 'onExit'],
        expected: `an exit handler that comes to ${step}`,
        received: spec.onExit,
      }),
    );
  },
});
