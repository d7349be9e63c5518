import { confined, workload, workloads, containersOf } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const podsAreConfined = rule({
  id: 'access/pods-are-confined',
  severity: 'error',
  why: 'What reads every volume of a node must not be a way to take the node over.',
  source: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  declaredAt: 'apps/cluster',
  appliesTo: workloads,
  shape: workload,
  check: (value) =>
    containersOf(value).flatMap(({ container: { name, securityContext }, at }) =>
      confined.safeParse(securityContext).success
        ? []
        : [
            violation(`the container ${name} is not confined`, {
              at: [...at, 'securityContext'],
              expected: 'no privileges, no escalation, a read-only root, RuntimeDefault, drop ALL',
              received: securityContext,
            }),
          ],
    ),
});
