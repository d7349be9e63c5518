import type { AuditRule } from './audit-rule.ts';

export const transportIsEncrypted: AuditRule = {
  id: 'audit/transport-is-encrypted',
  severity: 'error',
  why: 'Backups hold every Secret of the cluster; over HTTP anybody on the way reads them, and the credentials that sign requests are seen.',
  source: 'https://github.com/velero-io/velero-plugin-for-aws/blob/main/backupstoragelocation.md',
  check: ({ installation: { locations } }) =>
    locations.flatMap(({ found, name, config }) =>
      ['s3Url', 'publicUrl'].flatMap((key) =>
        /^http:/i.test(config[key] ?? '')
          ? [
              {
                subject: `BackupStorageLocation/${name}`,
                message: `talks to its bucket without TLS (${key})`,
                expected: 'https://',
                received: config[key] ?? '',
                place: found.placeAt(['spec', 'config', key]),
              },
            ]
          : [],
      ),
    ),
};
