import type { AuditRule } from './audit-rule.ts';

export const resticIsGone: AuditRule = {
  id: 'audit/restic-is-gone',
  severity: 'error',
  why: 'Velero copies files by kopia alone since 1.17: with restic it makes no copy of files.',
  source: 'https://velero.io/docs/v1.18/file-system-backup/',
  check: ({ installation: { servers } }) =>
    servers
      .filter(({ uploader, minor = 0 }) => uploader === 'restic' && minor >= goneFrom)
      .map(({ found, version }) => ({
        subject: 'Deployment/velero',
        message: `asks Velero ${version} for restic`,
        expected: 'uploader-type kopia',
        received: 'restic',
        place: found.placeAt(['configuration', 'uploaderType']),
      })),
};

const goneFrom = 17;
