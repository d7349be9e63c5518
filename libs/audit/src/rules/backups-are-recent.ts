import { formatDuration } from '@resilience/config/duration';

import type { AuditRule } from './audit-rule.ts';

export const backupsAreRecent: AuditRule = {
  id: 'audit/backups-are-recent',
  severity: 'error',
  why: 'A schedule is no backup: what can be restored is the newest one that was completed.',
  source: 'https://velero.io/docs/v1.18/api-types/backup/',
  check: ({ installation: { schedules }, newest }) =>
    newest.flatMap(({ schedule: name, age, phases }) => {
      const schedule = schedules.find((one) => one.name === name);
      const gap = schedule?.firing.gap;
      // Until the next one is made, the newest is as old as a gap, and as long as both take.
      const isLate = age === undefined || (gap !== undefined && age > gap * 2);
      if (schedule === undefined || schedule.paused || !isLate) return [];
      const all = Object.entries(phases).map(([phase, count]) => `${count} ${phase}`);
      return [
        {
          subject: `Schedule/${name}`,
          message: age === undefined ? 'has no completed backup' : 'has missed its last runs',
          expected:
            gap === undefined
              ? 'a completed backup'
              : `a backup that was completed within ${formatDuration({ seconds: gap * 2 })}`,
          received: [
            age === undefined ? 'none' : `one ${formatDuration({ seconds: Math.floor(age) })} ago`,
            ...all,
          ].join(', '),
          place: schedule.found.placeAt([]),
        },
      ];
    }),
};
