import { kind } from '../../rendered.ts';
import { workflow, stepsOf, isRun } from '../../detect/manifests.ts';
import { rule, violation } from '../../rule.ts';

export const failuresAreSeen = rule({
  id: 'workflows/failures-are-seen',
  severity: 'error',
  why: 'A workflow that does not wait for every end of a run reports success for a restore that failed.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/walk-through/kubernetes-resources/',
  declaredAt: 'workflows/src',
  appliesTo: kind('argoproj.io/WorkflowTemplate'),
  shape: workflow,
  check: (value) =>
    stepsOf(value)
      .filter(isRun)
      .filter(
        ({ success, failure }) =>
          !/status\.phase == Completed/.test(success) ||
          !['Failed', 'PartiallyFailed', 'FailedValidation'].every((end) => failure.includes(end)),
      )
      .map(({ at, success, failure }) =>
        violation('does not see every end of a run', {
          at,
          expected: 'success at Completed, failure at Failed, PartiallyFailed, FailedValidation',
          received: { success, failure },
        }),
      ),
});
