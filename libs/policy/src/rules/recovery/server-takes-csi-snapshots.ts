import { workload, velero } from '../../detect/containers.ts';
import { rule, violation } from '../../rule.ts';

export const serverTakesCsiSnapshots = rule({
  id: 'recovery/server-takes-csi-snapshots',
  severity: 'error',
  why: 'Snapshots of CSI volumes are behind a feature flag, restic is gone: without both flags volumes are left out.',
  source: 'https://velero.io/docs/v1.18/csi/',
  declaredAt: 'apps/cluster/src/charts/velero-server.ts',
  appliesTo: velero('Deployment'),
  shape: workload,
  check: ({ spec }) => {
    const args = spec.template.spec.containers.flatMap((container) => container.args);
    return ['--features=EnableCSI', '--uploader-type=kopia']
      .filter((flag) => !args.includes(flag))
      .map((flag) =>
        violation('cannot copy volumes', {
          at: ['spec', 'template', 'spec', 'containers', 0, 'args'],
          expected: flag,
          received: args,
        }),
      );
  },
});
