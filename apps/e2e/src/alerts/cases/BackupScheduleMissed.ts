import { gapsOf } from '@resilience/config/cron-gap';
import type { Schedule } from '@resilience/config/declaration';
import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';
import { backup, scheduleCreated } from '../told.ts';

/** Seconds: whatever is at work when a schedule fires may take the longest of all budgets. */
function limitOf({ schedules }: Environment, { cron }: Schedule): number {
  const budgets = Object.values(schedules).map(({ durationBudget }) => durationBudget.seconds);
  return gapsOf(cron).longest.seconds + Math.max(...budgets);
}

export const backupScheduleMissed: AlertCases = {
  alert: 'BackupScheduleMissed',
  by: ['schedule'],
  cases: (environment) => {
    const each = Object.entries(environment.schedules);
    const all = each.map(([schedule]) => [schedule]);
    /** Every newest backup began when it is so much younger than it may get. */
    const newest = (younger: number, phase = 'Completed'): Series[] =>
      each.flatMap(([schedule, declared]) => {
        const began = younger - limitOf(environment, declared);
        return backup({ schedule, phase, began, ended: began + 60 });
      });
    return [
      {
        kind: 'quiet',
        what: 'backups begin, and fail',
        series: newest(3600, 'Failed'),
        expect: quietAt(minutes(0), minutes(30)),
      },
      {
        kind: 'boundary',
        what: 'the next is due now, and a minute ago',
        series: newest(600),
        expect: [...quietAt(minutes(10)), activeAt(minutes(11), ...all)],
      },
      {
        kind: 'firing',
        what: 'the next is overdue',
        series: newest(0),
        expect: [activeAt(minutes(5), ...all), firingAt(minutes(6), ...all)],
      },
      {
        kind: 'resolving',
        what: 'the next has begun',
        series: [
          ...newest(0),
          ...each.flatMap(([schedule]) =>
            backup({ schedule, phase: 'InProgress', began: 600, seen: minutes(10) }),
          ),
        ],
        expect: [firingAt(minutes(9), ...all), ...quietAt(minutes(10))],
      },
      {
        kind: 'missing',
        what: 'no backup ever began',
        series: each.map(([schedule, declared]) =>
          scheduleCreated(schedule, 600 - limitOf(environment, declared)),
        ),
        expect: [...quietAt(minutes(10)), firingAt(minutes(16), ...all)],
      },
    ];
  },
};
