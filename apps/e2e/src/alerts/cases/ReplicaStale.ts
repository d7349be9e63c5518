import { gapsOf } from '@resilience/config/cron-gap';
import { hours, minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import type { Series } from '../series.ts';
import { backup, up } from '../told.ts';

/** Seconds from the beginning of one backup until the next can be seen here, by schedule. */
function limitsOf({ backups: { source } }: Environment): [string, number][] {
  const { storage } = source;
  const lag =
    storage.kind === 'bucket' && storage.replication.to === 'dr-region'
      ? storage.replication.maximumLag.seconds
      : 0;
  return Object.entries(source.schedules).map(([schedule, { cron, durationBudget: budget }]) => {
    const { longest, shortest } = gapsOf(cron);
    const skipped = budget.seconds > shortest.seconds ? budget.seconds : 0;
    return [schedule, longest.seconds + skipped + budget.seconds + lag + minutes(1).seconds];
  });
}

export const replicaStale: AlertCases = {
  alert: 'ReplicaStale',
  by: ['schedule'],
  cases: (environment) => {
    const limits = limitsOf(environment);
    const all = limits.map(([schedule]) => [schedule]);
    const newest = (younger: number, phase = 'Completed'): Series[] =>
      limits.flatMap(([schedule, limit]) =>
        backup({ schedule, phase, began: younger - limit, ended: younger - limit + 60 }),
      );
    const longest = Math.max(...limits.map(([, limit]) => limit));
    const wholeHours = Math.ceil(longest / hours(1).seconds);
    return [
      {
        kind: 'quiet',
        what: 'backups arrive',
        series: newest(3600),
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
        what: 'only failed backups arrive',
        series: [...newest(0), ...newest(3600, 'PartiallyFailed')],
        expect: [activeAt(minutes(5), ...all), firingAt(minutes(6), ...all)],
      },
      {
        kind: 'resolving',
        what: 'a newer backup arrives',
        series: [
          ...newest(0),
          ...limits.flatMap(([schedule]) =>
            backup({ schedule, phase: 'Completed', began: 60, ended: 120, seen: minutes(10) }),
          ),
        ],
        expect: [firingAt(minutes(9), ...all), ...quietAt(minutes(10))],
      },
      {
        kind: 'missing',
        what: 'none ever arrives',
        series: [up('resilience-object-state', 1)],
        expect: [...quietAt(minutes(60)), firingAt(hours(wholeHours + 2), ...all)],
        step: hours(1),
      },
    ];
  },
};
