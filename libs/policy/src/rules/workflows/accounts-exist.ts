import { runs, specOf, workflow } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const accountsExist = rule({
  id: 'workflows/accounts-exist',
  severity: 'error',
  why: "A workflow without an account of its own runs with whatever the namespace's default may do.",
  source: 'https://argo-workflows.readthedocs.io/en/latest/service-accounts/',
  declaredAt: 'workflows/src',
  appliesTo: runs,
  shape: workflow,
  check: (value, { rendered }) => {
    const { spec, at } = specOf(value);
    return rendered.of('v1/ServiceAccount').some(({ name }) => name === spec.serviceAccountName)
      ? []
      : [
          violation('runs as nobody who is rendered', {
            at: [...at, 'serviceAccountName'],
            expected: 'a ServiceAccount that is rendered',
            received: spec.serviceAccountName,
          }),
        ];
  },
});
