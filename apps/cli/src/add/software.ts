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
    elasticsearch: (asked) => preset('elasticsearch', inSearch('elasticsearch', asked)),
    opensearch: (asked) => preset('elasticsearch', inSearch('opensearch', asked)),
    kafka: (asked) =>
      preset('kafka', {
        ...stateful(asked),
        bin: '/opt/kafka/bin',
        bootstrap: 'localhost:9092',
        topics: [],
      }),
    rabbitmq: (asked) =>
      preset('rabbitmq', {
        ...stateful(asked),
        definitions: asked.path ?? '/var/lib/rabbitmq/definitions.json',
        queues: [],
      }),
    minio: (asked) =>
      preset('minio', { ...stateful(asked), path: asked.path ?? '/data', buckets: [] }),
    vault: (asked) =>
      // The check holds with either; a seal that opens by itself can be checked for more.
      preset('vault', { ...stateful(asked), address: 'http://127.0.0.1:8200', unseal: 'by-hand' }),
    gitlab: (asked) => preset('gitlab', inGitlab(asked)),
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

/** Its snapshots are in a volume of their own, with labels of their own. */
const inSearch = (flavour: 'elasticsearch' | 'opensearch', asked: Asked) => ({
  flavour,
  ...stateful(asked),
  url: 'http://localhost:9200',
  repository: {
    ...amounts(asked),
    path: asked.path ?? '/snapshots',
    labels: { 'app.kubernetes.io/name': `${asked.workload}-snapshots` },
  },
  indices: [],
});

/** As GitLab's chart names what it brings; the workload is the release. */
const inGitlab = (asked: Asked) => ({
  release: asked.workload,
  repositories: { ...amounts(asked), atLeast: 1 },
  postgresql: {
    packaging: 'bitnami',
    name: asked.workload,
    ...amounts(asked),
    database: asked.database ?? 'gitlabhq_production',
    pageChecksums: 'off',
    indexes: 'unchecked',
    tables: [],
  },
  redis: {
    flavour: 'redis',
    name: `${asked.workload}-redis-master`,
    labels: {
      'app.kubernetes.io/name': 'redis',
      'app.kubernetes.io/instance': asked.workload,
      'app.kubernetes.io/component': 'master',
    },
    ...amounts(asked),
    persistence: 'aof',
    path: '/data',
    keys: 1,
  },
});
