import type { AuditRule } from './audit-rule.ts';

export const schedulesAreThere: AuditRule = {
  id: 'audit/schedules-are-there',
  severity: 'error',
  why: 'Velero without a schedule backs up nothing by itself.',
  source: 'https://velero.io/docs/v1.18/api-types/schedule/',
  check: ({ installation: { schedules, disabled, server, locations, releases } }) => {
    const found =
      server?.found.placeAt([]) ?? locations[0]?.found.placeAt([]) ?? releases[0]?.place;
    if (schedules.length > 0 || found === undefined) return [];
    return [
      {
        subject: 'Velero',
        message: 'has no schedule',
        expected: 'at least one Schedule',
        received:
          disabled.length > 0
            ? `${disabled.length} that the values disable`
            : 'none in these files',
        place: found,
      },
    ];
  },
};
