import { z } from 'zod';

import { kind } from '../../rendered.ts';
import { rule, violation } from '../../rule.ts';

export const snapshotsAreKept = rule({
  id: 'retention/snapshots-are-kept',
  severity: 'error',
  why: 'With Delete a snapshot goes with its namespace, which is when it is needed.',
  source: 'https://velero.io/docs/v1.18/csi/',
  declaredAt: 'apps/cluster/src/charts/velero-locations.ts',
  appliesTo: kind('snapshot.storage.k8s.io/VolumeSnapshotClass'),
  shape: z.looseObject({ deletionPolicy: z.string() }),
  check: ({ deletionPolicy }) =>
    deletionPolicy === 'Retain'
      ? []
      : [
          violation('deletes snapshots with their namespace', {
            at: ['deletionPolicy'],
            expected: 'Retain',
            received: deletionPolicy,
          }),
        ],
});
