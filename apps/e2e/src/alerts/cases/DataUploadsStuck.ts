import { minutes } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { copyMethod, coveredServices } from '@resilience/config/volumes';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { type Series, steady, switched } from '../series.ts';

const kinds = ['data_upload', 'pod_volume_backup'] as const;

/** The schedules that put volumes into the bucket. */
const uploading = (environment: Environment): [string, number][] =>
  Object.entries(environment.schedules)
    .filter(([, schedule]) =>
      coveredServices(environment, schedule).some(([, { volumes }]) =>
        Object.values(volumes).some((volume) =>
          ['moved-snapshot', 'file-system'].includes(copyMethod(schedule, volume)),
        ),
      ),
    )
    .map(([name, { durationBudget }]) => [name, durationBudget.seconds]);

export const dataUploadsStuck: AlertCases = {
  alert: 'DataUploadsStuck',
  by: ['schedule'],
  silentWithout: [
    'resilience_backup_info',
    'resilience_data_upload_created_timestamp_seconds',
    'resilience_pod_volume_backup_created_timestamp_seconds',
  ],
  cases: (environment) => {
    const each = uploading(environment);
    const all = each.map(([schedule]) => [schedule]);
    const backups = each.map(([schedule]) =>
      steady('resilience_backup_info', { backup: `${schedule}-1`, schedule }, 1),
    );
    /** An upload of each backup, asked for its budget ago, but for so many seconds. */
    const uploads = (kind: (typeof kinds)[number], phase: string, less: number): Series[] =>
      each.map(([schedule, budget]) => {
        const name = `resilience_${kind}_created_timestamp_seconds`;
        return steady(
          name,
          { [kind]: `${schedule}-x`, backup: `${schedule}-1`, phase },
          less - budget,
        );
      });
    return [
      {
        kind: 'quiet',
        what: 'uploads ended long ago, well or not',
        series: [
          ...backups,
          ...uploads('data_upload', 'Completed', -9000),
          ...uploads('pod_volume_backup', 'Failed', -9000),
        ],
        expect: quietAt(minutes(0), minutes(30)),
      },
      ...kinds.map((kind) => ({
        kind: 'boundary' as const,
        what: `a ${kind} takes the whole budget, and a minute more`,
        series: [...backups, ...uploads(kind, 'InProgress', 600)],
        expect: [...quietAt(minutes(10)), activeAt(minutes(11), ...all)],
      })),
      {
        kind: 'firing',
        what: 'nobody has begun with an upload',
        series: [...backups, ...uploads('data_upload', 'Accepted', 0)],
        expect: [activeAt(minutes(5), ...all), firingAt(minutes(6), ...all)],
      },
      {
        kind: 'resolving',
        what: 'the upload is cancelled',
        series: [
          ...backups,
          ...uploads('data_upload', 'InProgress', -60).map(({ name, labels, stages: [first] }) =>
            switched(name, labels, [first?.value, minutes(10), undefined]),
          ),
        ],
        expect: [firingAt(minutes(9), ...all), ...quietAt(minutes(10))],
      },
    ];
  },
};
