import { minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';
import { backup } from '../told.ts';

export const backupDurationOverBudget: AlertCases = {
  alert: 'BackupDurationOverBudget',
  by: ['schedule'],
  silentWithout: [
    'resilience_backup_start_timestamp_seconds',
    'resilience_backup_completion_timestamp_seconds',
  ],
  cases: ({ schedules }) => {
    const each = Object.entries(schedules);
    const all = each.map(([schedule]) => [schedule]);
    /** Done a minute before the moment zero, after its budget and so many seconds. */
    const took = (more: number, ended = -60, seen = minutes(0)): Series[] =>
      each.flatMap(([schedule, { durationBudget }]) => {
        const began = ended - durationBudget.seconds - more;
        return backup({ schedule, phase: 'Completed', began, ended, seen });
      });
    const running = (phase: string): Series[] =>
      each.flatMap(([schedule, { durationBudget }]) =>
        backup({ schedule, phase, began: 600 - durationBudget.seconds }),
      );
    return [
      {
        kind: 'quiet',
        what: 'the newest took no longer than it may, older ones did',
        series: [...took(3600, -900_000), ...took(0)],
        expect: quietAt(minutes(1), minutes(10)),
      },
      {
        kind: 'boundary',
        what: 'a second longer than it may',
        series: took(1),
        expect: [activeAt(minutes(1), ...all), firingAt(minutes(6), ...all)],
      },
      {
        kind: 'boundary',
        what: 'still at work after its budget, and a minute later',
        series: running('InProgress'),
        expect: [...quietAt(minutes(10)), activeAt(minutes(11), ...all)],
      },
      {
        kind: 'firing',
        what: 'still waiting for uploads',
        series: running('WaitingForPluginOperations'),
        expect: [activeAt(minutes(15), ...all), firingAt(minutes(16), ...all)],
      },
      {
        kind: 'resolving',
        what: 'the next is done in time',
        series: [...took(600), ...took(0, 600, minutes(15))],
        expect: [firingAt(minutes(14), ...all), ...quietAt(minutes(15))],
      },
    ];
  },
};
