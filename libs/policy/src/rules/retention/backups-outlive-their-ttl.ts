import { type Rendered } from '../../rendered.ts';
import { backupPrefix, ofMountedBuckets } from '../../detect/buckets.ts';
import { lifecycle, touches, expiresAfter } from '../../detect/lifecycle.ts';
import { schedule, goSeconds } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const backupsOutliveTheirTtl = rule({
  id: 'retention/backups-outlive-their-ttl',
  severity: 'error',
  why: 'A backup whose objects expire before its TTL is over is listed and cannot be restored.',
  source: 'https://velero.io/docs/v1.18/how-velero-works/#set-a-backup-to-expire',
  declaredAt: 'storage.lifecycle.expireAfter',
  appliesTo: ofMountedBuckets('aws_s3_bucket_lifecycle_configuration'),
  shape: lifecycle,
  check: ({ rule: rules }, { rendered }) => {
    const longest = Math.ceil(longestTtl(rendered) / 86_400);
    return rules.flatMap((one, index) => {
      const days = touches(one, `${backupPrefix(rendered)}backups/`)
        ? expiresAfter(one)
        : undefined;
      if (days === undefined || days > longest) return [];
      return [
        violation(`the lifecycle rule ${one.id} expires backups before Velero does`, {
          at: ['rule', index, 'expiration'],
          expected: `more than ${longest} days`,
          received: `${days} days`,
        }),
      ];
    });
  },
});

/** In seconds, over all schedules. */
const longestTtl = (rendered: Rendered): number =>
  Math.max(
    0,
    ...rendered
      .of('velero.io/Schedule')
      .map(({ value }) => goSeconds(schedule.safeParse(value).data?.spec.template.ttl ?? '') ?? 0),
  );
