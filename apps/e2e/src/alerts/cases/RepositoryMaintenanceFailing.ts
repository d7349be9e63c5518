import { days, hours, minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { type Series, steady, switched } from '../series.ts';

const repository = 'orders-default-kopia-x1';
const last = 'resilience_backup_repository_last_maintenance_timestamp_seconds';
const day = days(1).seconds;

/** A failure every ten minutes, from the first on. */
const failing: Series = {
  name: 'velero_repo_maintenance_failure_total',
  labels: { repository_name: repository, job: 'velero' },
  stages: [{ from: minutes(10), value: 1, growth: 0.1 }],
};

export const repositoryMaintenanceFailing: AlertCases = {
  alert: 'RepositoryMaintenanceFailing',
  by: ['repository'],
  silentWithout: [last],
  cases: () => [
    {
      kind: 'quiet',
      what: 'it failed now and then, and succeeded within the last hour',
      series: [
        failing,
        {
          name: last,
          labels: { repository },
          stages: [{ from: minutes(0), value: -3600, growth: 60 }],
        },
      ],
      expect: quietAt(minutes(5), hours(3)),
    },
    {
      kind: 'boundary',
      what: 'a day ago, and a minute more',
      series: [steady(last, { repository }, 600 - day)],
      expect: [...quietAt(minutes(10)), activeAt(minutes(11), [repository])],
    },
    {
      kind: 'firing',
      what: 'it has not run for a day',
      series: [steady(last, { repository }, -day)],
      expect: [activeAt(minutes(5), [repository]), firingAt(minutes(6), [repository])],
    },
    {
      kind: 'firing',
      what: 'it never succeeded, and keeps failing',
      series: [{ ...failing, stages: [{ from: minutes(0), value: 1, growth: 0.1 }] }],
      expect: [...quietAt(minutes(20)), firingAt(minutes(60), [repository])],
    },
    {
      kind: 'resolving',
      what: 'it succeeds',
      series: [switched(last, { repository }, [-day, minutes(20), 1190])],
      expect: [firingAt(minutes(19), [repository]), ...quietAt(minutes(20))],
    },
  ],
};
