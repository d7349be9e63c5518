import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { type Series, steady, switched } from '../series.ts';
import { up } from '../told.ts';

const start = 'resilience_backup_start_timestamp_seconds';
const lastBackup = 'resilience_schedule_last_backup_timestamp_seconds';
const own = ['resilience-object-state', 'resilience-cloudwatch'] as const;
const others = ['velero', 'node-agent'] as const;
const jobs = [...own, ...others];

/** What says that there have been backups, so that more has to be there. */
const experienced = ({ schedules }: Environment): Series[] =>
  Object.keys(schedules).map((schedule) => steady(lastBackup, { schedule }, -60));

/**
 * @param needed every metric whose absence is reported in the environment, with its job
 * @returns cases in which each of them in turn is missing
 */
export const resilienceMetricsMissing = (
  needed: (environment: Environment) => readonly (readonly [metric: string, job: string])[],
): AlertCases => ({
  alert: 'ResilienceMetricsMissing',
  by: ['metric', 'job'],
  without: { missing: 'That is what it is about.' },
  cases: (environment) => {
    const all = needed(environment).filter(([metric]) => metric !== 'up');
    const told = (without?: string): Series[] =>
      all.filter(([metric]) => metric !== without).flatMap(([metric]) => tell(metric, environment));
    const healthy = [...jobs.map((job) => up(job, 1)), ...experienced(environment)];
    const used = own.filter((name) => all.some(([, job]) => job === name));
    return [
      {
        kind: 'quiet',
        what: 'everything is told',
        series: [...healthy, ...told()],
        expect: quietAt(minutes(0), minutes(60)),
      },
      {
        kind: 'quiet',
        what: 'no backup was made yet, so that nothing is told of any',
        series: [
          ...jobs.map((job) => up(job, 1)),
          ...told().filter(
            ({ name }) =>
              !/^resilience_(backup|data_upload|pod_volume_backup)_/.test(name) ||
              /location/.test(name),
          ),
        ],
        expect: quietAt(minutes(0), minutes(60)),
      },
      ...all.map(([metric, job]) => ({
        kind: 'firing' as const,
        what: `${metric} is missing`,
        series: [...healthy, ...told(metric)],
        expect: [{ at: minutes(14), alerts: [] }, firingAt(minutes(15), [metric, job])],
      })),
      ...used.map((job) => ({
        kind: 'firing' as const,
        what: `${job} is gone, and with it all that it tells: that is one alert`,
        series: jobs
          .filter((one) => one !== job)
          .map((one) => up(one, 1))
          .concat(
            ...all.filter(([, of]) => of !== job).map(([metric]) => tell(metric, environment)),
          ),
        expect: [firingAt(minutes(15), ['up', job])],
      })),
      {
        kind: 'boundary',
        what: 'an exporter is replaced in less than a quarter of an hour, or is not',
        series: [
          ...jobs.slice(1).map((job) => up(job, 1)),
          switched('up', { job: jobs[0] ?? '' }, [1, minutes(10), 0]),
          ...told(),
          ...experienced(environment),
        ],
        expect: [
          ...quietAt(minutes(9)),
          { at: minutes(24), alerts: [] },
          firingAt(minutes(25), ['up', jobs[0] ?? '']),
        ],
      },
      {
        kind: 'resolving',
        what: 'an exporter is back',
        series: [
          ...jobs.slice(1).map((job) => up(job, 1)),
          switched('up', { job: jobs[0] ?? '' }, [0, minutes(30), 1]),
          ...told(),
          ...experienced(environment),
        ],
        expect: [firingAt(minutes(29), ['up', jobs[0] ?? '']), ...quietAt(minutes(30))],
      },
    ];
  },
});

/** Backups of every schedule, as some metrics have to be there only once there are some. */
const tell = (metric: string, { schedules }: Environment): Series[] =>
  metric === start
    ? Object.keys(schedules).map((schedule) => steady(start, { schedule, phase: 'Completed' }, -60))
    : [steady(metric, {}, 0)];
