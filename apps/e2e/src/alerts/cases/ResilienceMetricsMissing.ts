import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';

import { type AlertCase, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { type Series, steady, switched } from '../series.ts';
import { up } from '../told.ts';

/** Metrics with the jobs that tell them. */
export type Needed = readonly (readonly [metric: string, job: string])[];

const start = 'resilience_backup_start_timestamp_seconds';
const lastBackup = 'resilience_schedule_last_backup_timestamp_seconds';
const objectState = 'resilience-object-state';
const exporters = [objectState, 'resilience-cloudwatch'];
const jobs = [...exporters, 'velero', 'node-agent'];

/** @param reported every metric whose absence is reported: each of them in turn is missing */
export const resilienceMetricsMissing = (reported: Needed): AlertCases => ({
  alert: 'ResilienceMetricsMissing',
  by: ['metric', 'job'],
  without: { missing: 'That is what it is about.' },
  cases: (environment) => {
    const needed = reported.filter(([metric]) => metric !== 'up');
    return [
      ...quietCases(environment, needed),
      ...missingCases(environment, needed),
      ...exporterCases(environment, needed),
    ];
  },
});

function quietCases(environment: Environment, needed: Needed): AlertCase[] {
  const ofBackups = /^resilience_(backup|data_upload|pod_volume_backup)_(?!storage_location)/;
  return [
    {
      kind: 'quiet',
      what: 'everything is told',
      series: [...answering(jobs), ...experienced(environment), ...told(environment, needed)],
      expect: quietAt(minutes(0), minutes(60)),
    },
    {
      kind: 'quiet',
      what: 'no backup was made yet, so that nothing is told of any',
      series: [
        ...answering(jobs),
        ...told(environment, needed).filter(({ name }) => !ofBackups.test(name)),
      ],
      expect: quietAt(minutes(0), minutes(60)),
    },
  ];
}

const missingCases = (environment: Environment, needed: Needed): AlertCase[] =>
  needed.map(([missing, job]) => ({
    kind: 'firing',
    what: `${missing} is missing`,
    series: [
      ...answering(jobs),
      ...experienced(environment),
      ...told(
        environment,
        needed.filter(([metric]) => metric !== missing),
      ),
    ],
    expect: [{ at: minutes(14), alerts: [] }, firingAt(minutes(15), [missing, job])],
  }));

function exporterCases(environment: Environment, needed: Needed): AlertCase[] {
  const all = [...experienced(environment), ...told(environment, needed)];
  const others = answering(jobs.filter((job) => job !== objectState));
  const gone = ['up', objectState];
  return [
    ...exporters
      .filter((exporter) => needed.some(([, job]) => job === exporter))
      .map((exporter): AlertCase => {
        const rest = needed.filter(([, job]) => job !== exporter);
        return {
          kind: 'firing',
          what: `${exporter} is gone, and with it all that it tells: that is one alert`,
          series: [
            ...answering(jobs.filter((job) => job !== exporter)),
            ...told(environment, rest),
          ],
          expect: [firingAt(minutes(15), ['up', exporter])],
        };
      }),
    {
      kind: 'boundary',
      what: 'an exporter is away for less than a quarter of an hour, and for so long',
      series: [...others, switched('up', { job: objectState }, [1, minutes(10), 0]), ...all],
      expect: [
        ...quietAt(minutes(9)),
        { at: minutes(24), alerts: [] },
        firingAt(minutes(25), gone),
      ],
    },
    {
      kind: 'resolving',
      what: 'an exporter is back',
      series: [...others, switched('up', { job: objectState }, [0, minutes(30), 1]), ...all],
      expect: [firingAt(minutes(29), gone), ...quietAt(minutes(30))],
    },
  ];
}

const answering = (names: readonly string[]): Series[] => names.map((job) => up(job, 1));

/** What says that there have been backups, so that more has to be there. */
const experienced = ({ schedules }: Environment): Series[] =>
  Object.keys(schedules).map((schedule) => steady(lastBackup, { schedule }, -60));

/** Backups of every schedule, as some metrics have to be there only once there are some. */
const told = ({ schedules }: Environment, needed: Needed): Series[] =>
  needed.flatMap(([metric]) =>
    metric === start
      ? Object.keys(schedules).map((schedule) =>
          steady(start, { schedule, phase: 'Completed' }, -60),
        )
      : [steady(metric, {}, 0)],
  );
