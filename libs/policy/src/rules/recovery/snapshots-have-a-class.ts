import { z } from 'zod';

import { rule, violation } from '../../rule.ts';

export const snapshotsHaveAClass = rule({
  id: 'recovery/snapshots-have-a-class',
  severity: 'error',
  why: 'Velero takes no CSI snapshot of a driver that has no class with its label, and only warns.',
  source: 'https://velero.io/docs/v1.18/csi/',
  declaredAt: 'apps/cluster/src/charts/velero-locations.ts',
  appliesTo: (rendered) => (rendered.of('velero.io/Schedule').length > 0 ? [rendered.whole] : []),
  shape: z.looseObject({}),
  check: (_, { rendered }) => {
    const classes = rendered.of('snapshot.storage.k8s.io/VolumeSnapshotClass');
    if (classes.some(({ value }) => labelled.safeParse(value).success)) return [];
    return [
      violation('takes no snapshots', {
        expected:
          'a VolumeSnapshotClass of ebs.csi.aws.com with velero.io/csi-volumesnapshot-class',
        received: classes.map(({ name }) => name),
      }),
    ];
  },
});

const labelled = z.looseObject({
  driver: z.literal('ebs.csi.aws.com'),
  metadata: z.looseObject({
    labels: z.looseObject({ 'velero.io/csi-volumesnapshot-class': z.literal('true') }),
  }),
});
