import { workload, velero } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const everyNodeIsCovered = rule({
  id: 'recovery/every-node-is-covered',
  severity: 'error',
  why: 'A node that the agent does not tolerate is a node whose volumes are not copied.',
  source: 'https://velero.io/docs/v1.18/file-system-backup/',
  declaredAt: 'apps/cluster/src/charts/velero-node-agent.ts',
  appliesTo: velero('DaemonSet'),
  shape: workload,
  check: ({ spec }) => {
    const { tolerations } = spec.template.spec;
    const all = tolerations.some((one) => one['operator'] === 'Exists' && one['key'] === undefined);
    if (all) return [];
    return [
      violation('leaves tainted nodes out', {
        at: ['spec', 'template', 'spec', 'tolerations'],
        expected: 'a toleration with the operator Exists and no key',
        received: tolerations,
      }),
    ];
  },
});
