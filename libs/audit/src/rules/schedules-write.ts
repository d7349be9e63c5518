import { locationFor } from '../loss/held.ts';
import type { AuditRule } from './audit-rule.ts';

export const schedulesWrite: AuditRule = {
  id: 'audit/schedules-write',
  severity: 'error',
  why: 'A location that is read only takes no backups: each one fails at validation.',
  source: 'https://velero.io/docs/v1.18/api-types/backupstoragelocation/',
  check: ({ installation }) =>
    installation.schedules.flatMap((schedule) => {
      const location = locationFor(schedule, installation);
      if (!location?.readOnly) return [];
      return [
        {
          subject: `Schedule/${schedule.name}`,
          message: `writes to location ${location.name}, which is read only`,
          expected: 'accessMode ReadWrite',
          received: 'ReadOnly',
          place: location.found.placeAt(['spec', 'accessMode']),
        },
      ];
    }),
};
