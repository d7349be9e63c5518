import type { AuditRule } from './audit-rule.ts';

export const bucketIsOutside: AuditRule = {
  id: 'audit/bucket-is-outside',
  severity: 'error',
  why: 'Backups in the cluster that they are of are lost with it.',
  source: 'https://velero.io/docs/v1.18/contributions/minio/',
  check: ({ installation: { locations } }) =>
    locations.flatMap(({ found, name, site, s3Url }) =>
      site.kind === 'cluster'
        ? [
            {
              subject: `BackupStorageLocation/${name}`,
              message: 'keeps backups in the cluster that they are of',
              expected: 'a bucket outside of the cluster',
              received: s3Url ?? site.host,
              place: found.placeAt(['spec', 'config', 's3Url']),
            },
          ]
        : [],
    ),
};
