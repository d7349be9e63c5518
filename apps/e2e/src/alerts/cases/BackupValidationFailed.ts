import { minutes } from '@resilience/config/duration';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';
import { backup } from '../told.ts';

export const backupValidationFailed: AlertCases = {
  alert: 'BackupValidationFailed',
  by: ['schedule'],
  without: { boundary: 'A phase is no threshold.' },
  silentWithout: [
    'resilience_backup_created_timestamp_seconds',
    'resilience_backup_start_timestamp_seconds',
    'resilience_schedule_phase',
  ],
  cases: ({ schedules }) => {
    const each = Object.keys(schedules);
    const all = each.map((schedule) => [schedule]);
    const refused = (created: number) =>
      each.flatMap((schedule) => backup({ schedule, phase: 'FailedValidation', created }));
    const completed = (began: number, seen = minutes(0)) =>
      each.flatMap((schedule) =>
        backup({ schedule, phase: 'Completed', began, ended: began + 60, seen }),
      );
    return [
      {
        kind: 'quiet',
        what: 'a backup was refused, and one was made since',
        series: [...refused(-9000), ...completed(-5000)],
        expect: quietAt(minutes(1), minutes(10)),
      },
      {
        kind: 'firing',
        what: 'the first backups ever are refused',
        series: refused(-60),
        expect: [firingAt(minutes(0), ...all)],
      },
      {
        kind: 'resolving',
        what: 'the newest backups are refused, and later ones made',
        series: [...completed(-9000), ...refused(-60), ...completed(60, minutes(5))],
        expect: [firingAt(minutes(4), ...all), ...quietAt(minutes(5))],
      },
      {
        kind: 'resolving',
        what: 'the schedules themselves are refused, and mended',
        series: each.map((schedule) =>
          switched('resilience_schedule_phase', { schedule, phase: 'FailedValidation' }, [
            1,
            minutes(5),
            0,
          ]),
        ),
        expect: [firingAt(minutes(4), ...all), ...quietAt(minutes(5))],
      },
      {
        kind: 'quiet',
        what: 'the schedules are enabled',
        series: each.flatMap((schedule) => [
          steady('resilience_schedule_phase', { schedule, phase: 'Enabled' }, 1),
          steady('resilience_schedule_phase', { schedule, phase: 'FailedValidation' }, 0),
        ]),
        expect: quietAt(minutes(5)),
      },
    ];
  },
};
