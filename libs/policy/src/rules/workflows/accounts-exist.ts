import { kind } from '../../rendered.ts';
import { workflow } from '../../detect/manifests.ts';
import { rule, violation } from '../../rule.ts';

export const accountsExist = rule({
  id: 'workflows/accounts-exist',
  severity: 'error',
  why: "A workflow without an account of its own runs with whatever the namespace's default may do.",
  source: 'https://argo-workflows.readthedocs.io/en/latest/service-accounts/',
  declaredAt: 'workflows',
  appliesTo: kind('argoproj.io/WorkflowTemplate'),
  shape: workflow,
  check: ({ spec: { serviceAccountName } }, { rendered }) =>
    rendered.of('v1/ServiceAccount').some(({ name }) => name === serviceAccountName)
      ? []
      : [
          violation('runs as nobody who is rendered', {
            at: ['spec', 'serviceAccountName'],
            expected: 'a ServiceAccount that is rendered',
            received: serviceAccountName,
          }),
        ],
});
