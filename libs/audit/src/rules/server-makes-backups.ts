import type { AuditRule } from './audit-rule.ts';

export const serverMakesBackups: AuditRule = {
  id: 'audit/server-makes-backups',
  severity: 'error',
  why: 'A server that only restores runs no schedule.',
  source: 'https://velero.io/docs/v1.18/api-types/backupstoragelocation/',
  check: ({ installation: { servers } }) =>
    servers
      .filter(({ restoreOnly }) => restoreOnly)
      .map(({ found }) => ({
        subject: 'Deployment/velero',
        message: 'only restores',
        expected: 'no --restore-only',
        received: '--restore-only',
        place: found.placeAt(['configuration', 'restoreOnlyMode']),
      })),
};
