import { runs, specOf, workflow } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const runsAreClearedAway = rule({
  id: 'workflows/runs-are-cleared-away',
  severity: 'warning',
  why: 'Finished workflows fill etcd until the API server is slow.',
  source: 'https://argo-workflows.readthedocs.io/en/latest/cost-optimisation/',
  declaredAt: 'workflows/src',
  appliesTo: runs,
  shape: workflow,
  check: (value) => {
    const { spec, at } = specOf(value);
    return spec.ttlStrategy
      ? []
      : [
          violation('stays for ever', {
            at,
            expected: 'a ttlStrategy',
            received: spec.ttlStrategy,
          }),
        ];
  },
});
