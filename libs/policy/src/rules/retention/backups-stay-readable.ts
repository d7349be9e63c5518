import { backupPrefix, unreadable, ofMountedBuckets } from '../../detect/buckets.ts';
import { lifecycle, touches } from '../../detect/lifecycle.ts';
import { rule, violation } from '../../rule.ts';

export const backupsStayReadable = rule({
  id: 'retention/backups-stay-readable',
  severity: 'error',
  why: 'Velero cannot restore a backup that has to be thawed first; GLACIER_IR is the coldest class that it can read.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/glacier-storage-classes.html',
  declaredAt: 'storage.lifecycle.glacierInstantRetrievalAfter',
  appliesTo: ofMountedBuckets('aws_s3_bucket_lifecycle_configuration'),
  shape: lifecycle,
  check: ({ rule: rules }, { rendered }) =>
    rules.flatMap((one, index) =>
      (touches(one, `${backupPrefix(rendered)}backups/`) ? (one.transition ?? []) : [])
        .filter(({ storage_class }) => unreadable.has(storage_class))
        .map(({ storage_class }) =>
          violation(`the lifecycle rule ${one.id} freezes backups`, {
            at: ['rule', index, 'transition'],
            expected: 'a class that can be read at once',
            received: storage_class,
          }),
        ),
    ),
});
