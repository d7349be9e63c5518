import { gib } from '../units/bytes.ts';
import { minutes } from '../units/duration.ts';
import { percent } from '../units/percent.ts';
import {
  type About,
  named,
  type Preset,
  presetName,
  shell,
  snapshotted,
  type Stateful,
  workloadOf,
} from './preset.ts';

export interface MinioOptions extends Stateful {
  /** Where the container mounts the volume. */
  readonly path: string;
  readonly buckets: readonly {
    readonly bucket: string;
    /** The objects and folders at its top that a restored copy has to have. */
    readonly atLeast: number;
  }[];
}

/**
 * MinIO in a StatefulSet with one pod and one drive. Drives of a distributed server are copied at
 * different moments: replicate its buckets to another place instead.
 *
 * @see https://github.com/minio/minio/blob/master/docs/erasure/README.md
 * @see https://github.com/minio/minio/blob/master/docs/metrics/healthcheck/README.md
 */
export function minio(options: MinioOptions): Preset {
  const { name, path, buckets } = options;
  return {
    [presetName]: 'minio',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'minio') },
    hooks: [],
    verification: [
      { check: 'http', workload: name, port: 9000, path: '/minio/health/cluster' },
      ...buckets.map(({ bucket, atLeast }, index) => ({
        check: 'command' as const,
        name: named(name, `objects-${index}`),
        workload: name,
        container: options.container ?? 'minio',
        timeout: minutes(5),
        command: shell(
          'set -e; found=$(ls -1 "$1"); printf %s "$found" | grep -c . || :',
          `${path}/${bucket}`,
        ),
        expect: { output: 'number' as const, atLeast },
      })),
    ],
  };
}

export const aboutMinio: About = {
  name: 'minio',
  software: 'MinIO with one drive',
  consistency:
    'A snapshot of the one drive is what a power cut leaves. Several drives are copied at different moments: replicate buckets instead.',
  tried:
    'run: MinIO of February 2026 with one drive, built from its Go module, where MINIO_BIN names the program; the check counts objects and does not read them',
  sources: [
    'https://github.com/minio/minio/blob/master/docs/erasure/README.md',
    'https://github.com/minio/minio/blob/master/docs/metrics/healthcheck/README.md',
  ],
  example: () =>
    minio({
      name: 'objects',
      labels: { app: 'objects' },
      size: gib(500),
      used: percent(50),
      dailyChange: percent(2),
      path: '/data',
      buckets: [{ bucket: 'invoices', atLeast: 1 }],
    }),
};
