import { minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { switched } from '../series.ts';
import { backup } from '../told.ts';

const byHand = { schedule: '', job: 'velero' };

export const backupFailed: AlertCases = {
  alert: 'BackupFailed',
  by: ['schedule'],
  without: { boundary: 'A phase is no threshold.' },
  silentWithout: ['resilience_backup_start_timestamp_seconds', 'velero_backup_failure_total'],
  cases: ({ schedules }) => {
    const each = Object.keys(schedules);
    const ended = (phase: string, began: number) =>
      each.flatMap((schedule) => backup({ schedule, phase, began, ended: began + 60 }));
    return [
      {
        kind: 'quiet',
        what: 'the newest backups are complete, older ones failed',
        series: [...ended('Failed', -9000), ...ended('Completed', -5000)],
        expect: quietAt(minutes(0), minutes(10)),
      },
      {
        kind: 'firing',
        what: 'the newest backups failed, at once',
        series: [...ended('Completed', -9000), ...ended('Failed', -60)],
        expect: [firingAt(minutes(0), ...each.map((schedule) => [schedule]))],
      },
      {
        kind: 'firing',
        what: 'a new backup is at work, and may fail as well',
        series: [
          ...ended('Failed', -9000),
          ...each.flatMap((schedule) => backup({ schedule, phase: 'InProgress', began: -60 })),
        ],
        expect: [firingAt(minutes(0), ...each.map((schedule) => [schedule]))],
      },
      {
        kind: 'resolving',
        what: 'a newer backup is complete',
        series: [
          ...ended('Failed', -9000),
          ...each.flatMap((schedule) =>
            backup({ schedule, phase: 'Completed', began: 60, ended: 300, seen: minutes(5) }),
          ),
        ],
        expect: [
          firingAt(minutes(4), ...each.map((schedule) => [schedule])),
          ...quietAt(minutes(5)),
        ],
      },
      {
        kind: 'resolving',
        what: 'a backup on demand failed, and that is an hour ago',
        series: [switched('velero_backup_failure_total', byHand, [0, minutes(10), 1])],
        expect: [
          ...quietAt(minutes(9)),
          activeAt(minutes(12), ['on-demand']),
          ...quietAt(minutes(80)),
        ],
      },
    ];
  },
};
