import { minutes } from '@resilience/config/duration';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { backup } from '../told.ts';

export const backupPartiallyFailed: AlertCases = {
  alert: 'BackupPartiallyFailed',
  by: ['schedule'],
  without: { boundary: 'A phase is no threshold.' },
  silentWithout: ['resilience_backup_start_timestamp_seconds'],
  cases: ({ schedules }) => {
    const each = Object.keys(schedules);
    const ended = (phase: string, began: number) =>
      each.flatMap((schedule) => backup({ schedule, phase, began, ended: began + 60 }));
    return [
      {
        kind: 'quiet',
        what: 'the newest backups failed as a whole, which is another alert',
        series: [...ended('PartiallyFailed', -9000), ...ended('Failed', -5000)],
        expect: quietAt(minutes(0), minutes(10)),
      },
      {
        kind: 'firing',
        what: 'the newest backups lack something',
        series: [...ended('Completed', -9000), ...ended('PartiallyFailed', -60)],
        expect: [firingAt(minutes(0), ...each.map((schedule) => [schedule]))],
      },
      {
        kind: 'resolving',
        what: 'a newer backup is complete',
        series: [
          ...ended('PartiallyFailed', -9000),
          ...each.flatMap((schedule) =>
            backup({ schedule, phase: 'Completed', began: 60, ended: 300, seen: minutes(5) }),
          ),
        ],
        expect: [
          firingAt(minutes(4), ...each.map((schedule) => [schedule])),
          ...quietAt(minutes(5)),
        ],
      },
    ];
  },
};
