import { minutes, percent } from '@resilience/config';
import type { Bytes } from '@resilience/config/bytes';

import { Call } from '../source/call.ts';
import type { softwareWords } from './software-words.ts';

/** What a service runs on, and where. */
export interface Asked {
  readonly name: string;
  readonly size: Bytes;
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | undefined;
  /** The workload is named after the service where nothing else is said. */
  readonly workload: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly container: string | undefined;
  readonly database: string | undefined;
  /** Where the container mounts the volume. */
  readonly path: string | undefined;
}

/** By the word for `--software`: the keys of a service that say what holds its data. */
export const software: Readonly<Record<(typeof softwareWords)[number], (asked: Asked) => object>> =
  {
    postgresql: (asked) =>
      preset('postgresql', {
        packaging: 'plain',
        ...stateful(asked),
        database: asked.database ?? 'postgres',
        tables: [],
        pageChecksums: 'on',
        indexes: 'amcheck',
      }),
    mysql: (asked) => preset('mysql', { flavour: 'mysql', ...inMysql(asked) }),
    mariadb: (asked) => preset('mysql', { flavour: 'mariadb', ...inMysql(asked) }),
    mongodb: (asked) =>
      preset('mongodb', {
        ...stateful(asked),
        database: asked.database ?? asked.name,
        collections: [],
      }),
    redis: (asked) => preset('redis', { flavour: 'redis', ...inRedis(asked) }),
    valkey: (asked) => preset('redis', { flavour: 'valkey', ...inRedis(asked) }),
    prometheus: (asked) =>
      preset('prometheus', { ...stateful(asked), path: asked.path ?? '/prometheus' }),
    grafana: (asked) => preset('grafana', { ...labelled(asked), ...amounts(asked) }),
    files: (asked) =>
      preset('files', {
        ...labelled(asked),
        container: asked.container ?? asked.workload,
        path: asked.path ?? '/data',
        ...amounts(asked),
        within: minutes(5),
      }),
    stateless: ({ kind = 'Deployment', workload, labels }) => ({
      workloads: [{ kind, name: workload, podLabels: labels }],
      verification: [{ check: 'objects', resource: 'pods', atLeast: 1 }],
    }),
  };

const preset = (name: string, options: object) => ({
  software: [new Call(name, `@resilience/config/presets/${name}`, options)],
});

/** Amounts on the safe side, which stand in the file to be corrected. */
const amounts = ({ size }: Asked) => ({ size, used: percent(60), dailyChange: percent(5) });

const stateful = (asked: Asked) => ({
  name: asked.workload,
  labels: asked.labels,
  ...(asked.container === undefined ? {} : { container: asked.container }),
  ...amounts(asked),
});

const labelled = ({ kind = 'Deployment', workload, labels }: Asked) => ({
  name: workload,
  kind,
  podLabels: labels,
  claimLabels: labels,
});

const inMysql = (asked: Asked) => ({
  ...stateful(asked),
  database: asked.database ?? asked.name.replaceAll('-', '_'),
  tables: [],
});

const inRedis = (asked: Asked) => ({
  ...stateful(asked),
  persistence: 'rdb',
  path: asked.path ?? '/data',
  keys: 1,
});
