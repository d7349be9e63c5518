import { workload, velero } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const passwordIsWaitedFor = rule({
  id: 'encryption/password-is-waited-for',
  severity: 'error',
  why: 'The password counts only when it is there before the first backup; a server that mounts it cannot start sooner.',
  source: 'https://github.com/vmware-tanzu/velero/issues/8137',
  declaredAt: 'apps/cluster/src/charts/velero-server.ts',
  appliesTo: velero('Deployment'),
  shape: workload,
  check: ({ spec }) => {
    const { volumes } = spec.template.spec;
    const mounted = volumes.some((volume) =>
      JSON.stringify(volume).includes('"velero-repo-credentials"'),
    );
    if (mounted) return [];
    return [
      violation('starts without the repository password', {
        at: ['spec', 'template', 'spec', 'volumes'],
        expected: 'a volume of the secret velero-repo-credentials',
        received: volumes.map(({ name }) => name),
      }),
    ];
  },
});
