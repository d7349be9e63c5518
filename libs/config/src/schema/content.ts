import { z } from 'zod';

import { object, oneOf, text } from './scalars.ts';

/**
 * What a copy of one volume is worth that was made while the software ran: `complete` as it is;
 * `recovered` once the software has replayed its own log at its start; `unusable` whatever follows.
 */
type Worth = 'complete' | 'recovered' | 'unusable';

interface Content {
  /** Completes "a volume of …". */
  readonly of: string;
  readonly snapshot: Worth;
  /** Files are read one after the other, while they change. */
  readonly 'file-system': Worth;
  /** `each` volume can be used by itself; or all has to lie on `one`, as no two are copied at one instant. */
  readonly volumes: 'each' | 'one';
  /**
   * What brings the data back where no backup holds it: the software `itself`, or another volume of the
   * service with that content. Without, the data is lost.
   */
  readonly madeAgainFrom?: 'itself' | 'search-snapshots';
  /** Where the software's own documentation says so. */
  readonly source?: string;
}

const unlogged = { snapshot: 'complete', 'file-system': 'complete', volumes: 'each' } as const;
const logged = { snapshot: 'recovered', 'file-system': 'unusable' } as const;

/** What each kind of content allows: the one place that says so. */
export const contents = {
  postgres: {
    of: 'PostgreSQL',
    ...logged,
    volumes: 'one',
    source: 'https://www.postgresql.org/docs/current/backup-file.html',
  },
  mysql: {
    of: 'MySQL or MariaDB',
    ...logged,
    volumes: 'one',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/backup-methods.html',
  },
  redis: {
    of: 'Redis or Valkey',
    ...logged,
    volumes: 'one',
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/',
  },
  mongodb: {
    of: 'MongoDB',
    ...logged,
    volumes: 'one',
    source: 'https://www.mongodb.com/docs/manual/tutorial/backup-with-filesystem-snapshots/',
  },
  kafka: {
    of: 'Kafka',
    ...logged,
    volumes: 'one',
    source: 'https://kafka.apache.org/documentation/#design_ha',
  },
  'search-data': {
    of: 'the data of a node of Elasticsearch or OpenSearch',
    snapshot: 'unusable',
    'file-system': 'unusable',
    volumes: 'one',
    madeAgainFrom: 'search-snapshots',
    source: 'https://www.elastic.co/guide/en/elasticsearch/reference/7.12/backup-cluster.html',
  },
  'search-snapshots': {
    of: 'a repository of snapshots of Elasticsearch or OpenSearch',
    snapshot: 'complete',
    'file-system': 'complete',
    volumes: 'one',
    source:
      'https://www.elastic.co/guide/en/elasticsearch/reference/8.19/snapshots-filesystem-repository.html',
  },
  vault: {
    of: 'Vault with integrated storage',
    ...logged,
    volumes: 'each',
    source: 'https://developer.hashicorp.com/vault/docs/concepts/integrated-storage',
  },
  rabbitmq: {
    of: 'RabbitMQ',
    ...logged,
    volumes: 'one',
    source: 'https://www.rabbitmq.com/docs/backup',
  },
  minio: {
    of: 'MinIO',
    ...logged,
    volumes: 'one',
    source: 'https://github.com/minio/minio/blob/master/docs/erasure/README.md',
  },
  git: {
    of: 'Git repositories',
    ...logged,
    volumes: 'each',
    source: 'https://git-scm.com/docs/gitfaq#shared-filesystems',
  },
  prometheus: {
    of: 'Prometheus',
    ...logged,
    volumes: 'each',
    source: 'https://prometheus.io/docs/prometheus/latest/storage/',
  },
  grafana: {
    of: 'Grafana with SQLite',
    ...logged,
    volumes: 'each',
    source: 'https://www.sqlite.org/howtocorrupt.html',
  },
  uploads: { of: 'files that are written once', ...unlogged },
  logs: { of: 'logs', ...unlogged, madeAgainFrom: 'itself' },
  cache: { of: 'what is made again', ...unlogged, madeAgainFrom: 'itself' },
} as const satisfies Record<string, Content>;

const kinds = Object.keys(contents).join(', ');

const isKind = (name: string): name is keyof typeof contents => Object.hasOwn(contents, name);

/** One of the kinds, or other software, of which the declaration says what a copy is worth. */
export const content = z.union(
  [
    z.enum(Object.keys(contents).filter(isKind)),
    object('other content: other, snapshot, file-system and volumes', {
      /** Completes "a volume of …". */
      other: text('the name of the software such as Neo4j'),
      /** What a snapshot is worth that was made while the software ran. */
      snapshot: oneOf('complete', 'recovered', 'unusable'),
      /** What copied files are worth that were read one after the other while they changed. */
      'file-system': oneOf('complete', 'recovered', 'unusable'),
      /** Whether each volume can be used by itself, or all data has to be on one. */
      volumes: oneOf('each', 'one'),
    }),
  ],
  {
    error: `one of ${kinds}, or { other: 'Neo4j', snapshot: 'recovered', 'file-system': 'unusable', volumes: 'one' }`,
  },
);

type AnyContent = z.output<typeof content>;

/** The word for a content, for people. */
export const contentName = (of: AnyContent): string => (typeof of === 'string' ? of : of.other);

/** What is known of a content: {@link contents}, or what is declared of other software. */
export const contentOf = (of: AnyContent): Omit<Content, 'of' | 'source'> =>
  typeof of === 'string' ? contents[of] : of;
