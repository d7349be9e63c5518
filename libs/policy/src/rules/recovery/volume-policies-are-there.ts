import { kind } from '../../rendered.ts';
import { schedule } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const volumePoliciesAreThere = rule({
  id: 'recovery/volume-policies-are-there',
  severity: 'error',
  why: 'A schedule that names policies which are not there fails at validation, at every run.',
  source: 'https://velero.io/docs/v1.18/resource-filtering/#supported-volumepolicy-actions',
  declaredAt: 'schedules.{name}.volumes',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ spec: { template } }, { rendered }) => {
    const name = template.resourcePolicy?.name;
    const found = rendered.of('v1/ConfigMap').some((map) => map.name === name);
    if (name === undefined || found) return [];
    return [
      violation('names policies that are not there', {
        at: ['spec', 'template', 'resourcePolicy'],
        expected: `a ConfigMap ${name}`,
        received: undefined,
      }),
    ];
  },
});
