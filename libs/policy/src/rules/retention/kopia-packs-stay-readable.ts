import { backupPrefix, unreadable, ofMountedBuckets } from '../../detect/buckets.ts';
import { lifecycle, touches } from '../../detect/lifecycle.ts';
import { rule, violation } from '../../rule.ts';

export const kopiaPacksStayReadable = rule({
  id: 'retention/kopia-packs-stay-readable',
  severity: 'error',
  why: 'Kopia reads its packs at once; in a class that has to be thawed first no copy of a file can be restored.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html',
  declaredAt: 'storage.lifecycle',
  appliesTo: ofMountedBuckets('aws_s3_bucket_lifecycle_configuration'),
  shape: lifecycle,
  check: ({ rule: rules }, { rendered }) =>
    rules.flatMap((one, index) =>
      (touches(one, `${backupPrefix(rendered)}kopia/`) ? (one.transition ?? []) : [])
        .filter(({ storage_class }) => unreadable.has(storage_class))
        .map(({ storage_class }) =>
          violation(`the lifecycle rule ${one.id} freezes kopia's packs`, {
            at: ['rule', index, 'transition'],
            expected: 'a class that can be read at once',
            received: storage_class,
          }),
        ),
    ),
});
