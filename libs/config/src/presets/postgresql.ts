import { minutes, type Duration } from '../units/duration.ts';
import { gib } from '../units/bytes.ts';
import { percent } from '../units/percent.ts';
import {
  type About,
  named,
  type Preset,
  presetName,
  shell,
  snapshotted,
  type Stateful,
  type Stored,
  workloadOf,
} from './preset.ts';

interface Table {
  /** Such as orders, or with its schema: audit.entries. */
  readonly table: string;
  /** The rows that a restored copy has to have. */
  readonly atLeast: number;
  /** The column that says when a row was written, and how much older than the backup the newest may be. */
  readonly newest?: { readonly column: string; readonly within: Duration };
}

interface Database extends Stored {
  readonly database: string;
  /** Tables whose rows are counted. */
  readonly tables: readonly Table[];
  /** Whether the cluster was made with data checksums. */
  readonly pageChecksums: 'on' | 'off';
  /** Whether the extension amcheck is there, to compare every B-tree with its table. */
  readonly indexes: 'amcheck' | 'unchecked';
}

export type PostgresqlOptions = Database & (Plain | Packaged);

interface Plain extends Pick<Stateful, 'name' | 'labels' | 'container'> {
  /** A StatefulSet of one's own, with an image whose socket lets the user in. */
  readonly packaging: 'plain';
  /** A superuser, `postgres` where it is left out: POSTGRES_USER of the official image. */
  readonly user?: string;
}

interface Packaged {
  /** Bitnami's chart without replicas; or a cluster of Zalando's operator, with its own labels. */
  readonly packaging: 'bitnami' | 'zalando';
  /** The release of the chart, or the name of the `postgresql` object. */
  readonly name: string;
}

/**
 * PostgreSQL in a StatefulSet. CloudNativePG runs pods without a StatefulSet, so no workload of a
 * declaration can name them: declare its volumes and `command` checks by hand.
 *
 * A snapshot of the one volume of a server is what a power cut leaves: the server replays its log. The
 * checkpoint before makes that quicker, and its failure is no reason against the copy. Data and log
 * have to lie on one volume.
 *
 * @see https://www.postgresql.org/docs/current/backup-file.html
 * @see https://github.com/bitnami/charts/blob/main/bitnami/postgresql/templates/primary/statefulset.yaml
 * @see https://github.com/zalando/postgres-operator/blob/master/pkg/util/config/config.go
 */
export function postgresql(options: PostgresqlOptions): Preset {
  const { name, labels, container, client } = placeOf(options);
  const inContainer = { workload: name, container };
  const inDatabase = {
    engine: 'postgres' as const,
    ...inContainer,
    client,
    timeout: minutes(10),
    database: options.database,
  };
  return {
    [presetName]: 'postgresql',
    workloads: [workloadOf({ name, labels })],
    volumes: { [named(name, 'data')]: snapshotted({ ...options, labels }, 'postgres') },
    hooks: [
      {
        kind: 'command',
        name: named(name, 'checkpoint'),
        ...inContainer,
        when: 'before-backup',
        command: [...client, '--command=CHECKPOINT'],
        timeout: minutes(2),
        onError: 'continue',
      },
    ],
    verification: [
      ...options.tables.flatMap(({ table, atLeast, newest }) => [
        { check: 'row-count' as const, ...inDatabase, table, atLeast },
        ...(newest ? [{ check: 'newest-row' as const, ...inDatabase, table, ...newest }] : []),
      ]),
      {
        check: 'integrity',
        ...inDatabase,
        pageChecksums: options.pageChecksums,
        indexes: options.indexes,
      },
    ],
  };
}

interface Place extends Required<Pick<Stateful, 'name' | 'labels' | 'container'>> {
  readonly client: [string, ...string[]];
}

const trusted = (user = 'postgres'): Place['client'] => ['psql', `--username=${user}`];

/** The chart mounts passwords as files unless it is asked for variables, and asks for them always. */
const withPassword = [
  ...shell(
    'PGPASSWORD="${POSTGRES_POSTGRES_PASSWORD:-${POSTGRES_PASSWORD:-$(cat "${POSTGRES_POSTGRES_PASSWORD_FILE:-$POSTGRES_PASSWORD_FILE}")}}" exec psql --username=postgres "$@"',
  ),
  'psql',
] as Place['client'];

const placeOf = (options: PostgresqlOptions): Place =>
  options.packaging === 'plain'
    ? { container: 'postgres', ...options, client: trusted(options.user) }
    : packaged[options.packaging](options.name);

const packaged: Record<Packaged['packaging'], (name: string) => Place> = {
  bitnami: (release) => ({
    // As the chart's helper "common.names.fullname" has it.
    name: release.includes('postgresql') ? release : `${release}-postgresql`,
    labels: {
      'app.kubernetes.io/instance': release,
      'app.kubernetes.io/name': 'postgresql',
      'app.kubernetes.io/component': 'primary',
    },
    container: 'postgresql',
    client: withPassword,
  }),
  zalando: (cluster) => ({
    name: cluster,
    labels: { application: 'spilo', 'cluster-name': cluster },
    container: 'postgres',
    client: trusted(),
  }),
};

export const aboutPostgresql: About = {
  name: 'postgresql',
  software: 'PostgreSQL',
  consistency:
    'A snapshot is what a power cut leaves, and the server replays its log; a checkpoint before the copy makes that quicker. Not for CloudNativePG, which has no StatefulSet.',
  tried: 'run: PostgreSQL of Debian 12; packaging is read from the charts',
  sources: [
    'https://www.postgresql.org/docs/current/backup-file.html',
    'https://github.com/bitnami/charts/blob/main/bitnami/postgresql/templates/primary/statefulset.yaml',
    'https://github.com/zalando/postgres-operator/blob/master/pkg/util/config/config.go',
  ],
  example: () =>
    postgresql({
      packaging: 'plain',
      name: 'orders-db',
      labels: { app: 'orders-db' },
      size: gib(100),
      used: percent(60),
      dailyChange: percent(3),
      database: 'orders',
      pageChecksums: 'on',
      indexes: 'amcheck',
      tables: [
        { table: 'orders', atLeast: 1_000, newest: { column: 'placed_at', within: minutes(15) } },
      ],
    }),
};
