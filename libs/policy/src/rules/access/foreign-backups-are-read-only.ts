import { z } from 'zod';

import { ofMountedBuckets } from '../../detect/buckets.ts';
import { rule, violation } from '../../rule.ts';

export const foreignBackupsAreReadOnly = rule({
  id: 'access/foreign-backups-are-read-only',
  severity: 'error',
  why: "Two clusters that write to one location delete and overwrite each other's backups.",
  source: 'https://velero.io/docs/v1.18/disaster-case/',
  declaredAt: 'storage.accessMode',
  appliesTo: (rendered) =>
    ofMountedBuckets('aws_s3_bucket')(rendered).length > 0
      ? []
      : rendered.of('velero.io/BackupStorageLocation'),
  shape: z.looseObject({ spec: z.looseObject({ accessMode: z.string().default('ReadWrite') }) }),
  check: ({ spec: { accessMode } }) =>
    accessMode === 'ReadOnly'
      ? []
      : [
          violation('writes to the backups of another cluster', {
            at: ['spec', 'accessMode'],
            expected: 'ReadOnly',
            received: accessMode,
          }),
        ],
});
