import { backupPrefix, ofMountedBuckets } from '../../detect/buckets.ts';
import { lifecycle, touches, expiresAfter } from '../../detect/lifecycle.ts';
import { rule, violation } from '../../rule.ts';

export const kopiaPacksNeverExpire = rule({
  id: 'retention/kopia-packs-never-expire',
  severity: 'error',
  why: "Kopia's packs are shared between backups: expiring one destroys every later restore that needs it.",
  source: 'https://velero.io/docs/v1.18/repository-maintenance/',
  declaredAt: 'storage.lifecycle',
  appliesTo: ofMountedBuckets('aws_s3_bucket_lifecycle_configuration'),
  shape: lifecycle,
  check: ({ rule: rules }, { rendered }) =>
    rules.flatMap((one, index) => {
      const days = touches(one, `${backupPrefix(rendered)}kopia/`) ? expiresAfter(one) : undefined;
      if (days === undefined) return [];
      const terms = { at: ['rule', index], expected: 'no expiration', received: `${days} days` };
      return [violation(`the lifecycle rule ${one.id} expires kopia's packs`, terms)];
    }),
});
