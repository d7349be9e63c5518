import { formatDuration } from '@resilience/config/duration';

import { declared } from '../../guard.ts';

export const backupsBeforeChangesAreKept = declared({
  id: 'schedules/backups-before-changes-are-kept',
  absence: 'unsaid',
  guards: ({ changes: { retention } }) => [
    {
      path: 'changes.retention',
      subject: 'changes',
      strength: retention.seconds,
      value: formatDuration(retention),
    },
  ],
  sentence: ({ before, after }) =>
    `Backups before changes are kept for ${after} instead of ${before}.`,
});
