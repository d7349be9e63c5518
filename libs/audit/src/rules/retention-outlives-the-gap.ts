import { formatDuration } from '@resilience/config/duration';

import type { AuditRule } from './audit-rule.ts';

export const retentionOutlivesTheGap: AuditRule = {
  id: 'audit/retention-outlives-the-gap',
  severity: 'error',
  why: 'A backup that is deleted before the next one is made leaves nothing to restore in between.',
  source: 'https://velero.io/docs/v1.18/api-types/backup/',
  check: ({ installation: { schedules } }) =>
    schedules.flatMap(({ found, name, firing: { gap }, ttl }) =>
      gap === undefined || ttl === undefined || ttl > gap
        ? []
        : [
            {
              subject: `Schedule/${name}`,
              message: 'deletes its backups before the next one is made',
              expected: `a TTL above ${formatDuration({ seconds: gap })}`,
              received: formatDuration({ seconds: Math.floor(ttl) }),
              place: found.placeAt(['spec', 'template', 'ttl']),
            },
          ],
    ),
};
