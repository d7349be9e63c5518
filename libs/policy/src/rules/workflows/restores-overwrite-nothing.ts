import { kind } from '../../rendered.ts';
import { workflow, stepsOf, isRun } from '../../detect/manifests.ts';
import { rule, violation } from '../../rule.ts';

export const restoresOverwriteNothing = rule({
  id: 'workflows/restores-overwrite-nothing',
  severity: 'error',
  why: 'A restore that updates what is there mixes two states, and no backup can undo it.',
  source: 'https://velero.io/docs/v1.18/restore-reference/#restore-existing-resource-policy',
  declaredAt: 'workflows/src',
  appliesTo: kind('argoproj.io/WorkflowTemplate'),
  shape: workflow,
  check: (value) =>
    stepsOf(value)
      .filter((step) => isRun(step) && step.object.kind === 'Restore')
      .filter(({ object }) => object.spec['existingResourcePolicy'] !== 'none')
      .map(({ at, object }) =>
        violation('overwrites what is there', {
          at,
          expected: 'existingResourcePolicy: none',
          received: object.spec['existingResourcePolicy'],
        }),
      ),
});
