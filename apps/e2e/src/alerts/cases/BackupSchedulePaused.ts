import { minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { switched } from '../series.ts';

export const backupSchedulePaused: AlertCases = {
  alert: 'BackupSchedulePaused',
  by: ['schedule'],
  silentWithout: ['resilience_schedule_paused'],
  cases: ({ schedules }) => {
    const each = Object.keys(schedules);
    const all = each.map((schedule) => [schedule]);
    const paused = (before: number, at: number, after: number) =>
      each.map((schedule) =>
        switched('resilience_schedule_paused', { schedule }, [before, minutes(at), after]),
      );
    return [
      {
        kind: 'quiet',
        what: 'ArgoCD resumes what was paused',
        series: paused(1, 20, 0),
        expect: [{ at: minutes(19), alerts: [] }, ...quietAt(minutes(20), minutes(60))],
      },
      {
        kind: 'boundary',
        what: 'paused for less than half an hour, and for so long',
        series: paused(0, 10, 1),
        expect: [
          ...quietAt(minutes(9)),
          { at: minutes(39), alerts: [] },
          firingAt(minutes(40), ...all),
        ],
      },
      {
        kind: 'firing',
        what: 'paused, and nobody resumes',
        series: paused(1, 1, 1),
        expect: [activeAt(minutes(1), ...all), firingAt(minutes(60), ...all)],
      },
      {
        kind: 'resolving',
        what: 'resumed at last',
        series: paused(1, 50, 0),
        expect: [firingAt(minutes(49), ...all), ...quietAt(minutes(50))],
      },
    ];
  },
};
