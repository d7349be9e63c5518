import { confined } from '../../detect/containers.ts';
import { podOf, templatesOf, workflow, workflows } from '../../detect/workflows.ts';
import { rule, violation } from '../../rule.ts';

export const stepsAreConfined = rule({
  id: 'workflows/steps-are-confined',
  severity: 'error',
  why: 'What may restore and delete must not be a way to take its node over.',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  declaredAt: 'workflows/src',
  appliesTo: workflows,
  shape: workflow,
  check: (value) =>
    templatesOf(value).flatMap(({ template, at }) => {
      const pod = podOf(template);
      if (!pod || confined.safeParse(pod.container.securityContext).success) return [];
      return [
        violation(`the step ${template.name} is not confined`, {
          at: [...at, pod.key, 'securityContext'],
          expected: 'no privileges, no escalation, a read-only root, RuntimeDefault, drop ALL',
          received: pod.container.securityContext,
        }),
      ];
    }),
});
