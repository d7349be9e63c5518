import type { AuditRule } from './audit-rule.ts';

export const volumesAreCopied: AuditRule = {
  id: 'audit/volumes-are-copied',
  severity: 'error',
  why: 'A backup without a volume is completed all the same, and restores it empty.',
  source: 'https://velero.io/docs/v1.18/file-system-backup/',
  check: ({ namespaces }) =>
    namespaces
      .filter(({ schedules }) => schedules.length > 0)
      .flatMap(({ name, volumes }) =>
        volumes
          .filter(({ copies, notCopied }) => copies.length === 0 && notCopied.length > 0)
          .map((volume) => ({
            subject: `PersistentVolumeClaim/${name}/${volume.name}`,
            message: 'is copied by no schedule',
            expected: 'a snapshot or a copy of its files',
            received: volume.notCopied.join('; '),
            place: volume.place,
          })),
      ),
};
