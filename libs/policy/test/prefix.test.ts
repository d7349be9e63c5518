import { expect, test } from 'vitest';

import { kopiaPacksNeverExpire } from '../src/rules/retention/kopia-packs-never-expire.ts';
import { edit, judgeCopy, type Edited, type Plant } from './copy.ts';

/** Backups below a folder, of which a lifecycle rule makes something expire. */
const expiring =
  (prefix: string): Plant =>
  (files) => {
    edit('kubernetes/velero-locations/backupstoragelocation-default.yaml', ({ spec }: Edited) => {
      spec.objectStorage.prefix = 'velero';
    })(files);
    edit('terraform/backup-storage/main.tf.json', ({ resource }: Edited) => {
      const rule = {
        id: 'planted',
        status: 'Enabled',
        filter: [{ prefix }],
        expiration: [{ days: 30 }],
      };
      const all: Edited[] = Object.values(resource.aws_s3_bucket_lifecycle_configuration);
      for (const one of all) one.rule = [rule];
    })(files);
  };

test.each(['velero/kopia/', 'velero/', ''])('packs that expire below "%s" are found', (prefix) => {
  const found = judgeCopy(kopiaPacksNeverExpire, 'production', expiring(prefix));
  expect(found).toEqual([expect.stringContaining("planted expires kopia's packs")]);
});

test.each(['kopia/', 'velero/backups/'])('what expires below "%s" are no packs', (prefix) => {
  expect(judgeCopy(kopiaPacksNeverExpire, 'production', expiring(prefix))).toEqual([]);
});
