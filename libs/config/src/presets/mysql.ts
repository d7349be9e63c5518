import { gib } from '../units/bytes.ts';
import { minutes, type Duration } from '../units/duration.ts';
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

export interface MysqlOptions extends Stateful {
  /** The images name their client and the variable of root's password differently. */
  readonly flavour: 'mysql' | 'mariadb';
  readonly database: string;
  readonly tables: readonly {
    readonly table: string;
    /** The rows that a restored copy has to have. */
    readonly atLeast: number;
    readonly newest?: { readonly column: string; readonly within: Duration };
  }[];
}

/**
 * MySQL or MariaDB in a StatefulSet, from its official image: root's password is a variable or, with
 * `_FILE` at its name, the path of a file.
 *
 * Nothing is written from before the copy until after it; the lock ends by itself if the backup does
 * not end it. InnoDB would recover without, MyISAM and the binary log's position would not.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/backup-methods.html
 * @see https://mariadb.com/kb/en/backup-and-restore-overview/
 */
export function mysql(options: MysqlOptions): Preset {
  const { name, flavour, database } = options;
  const client = clientOf(flavour);
  const inContainer = { workload: name, container: options.container ?? flavour };
  const inDatabase = {
    engine: 'mysql' as const,
    ...inContainer,
    client,
    timeout: minutes(10),
    database,
  };
  return {
    [presetName]: 'mysql',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'mysql') },
    hooks: [
      {
        kind: 'mysql-read-lock',
        name: `${name}-read-lock`,
        ...inContainer,
        client,
        holdAtMost: minutes(10),
        timeout: minutes(2),
        onError: 'fail',
      },
    ],
    verification: [
      ...options.tables.flatMap(({ table, atLeast, newest }) => [
        { check: 'row-count' as const, ...inDatabase, table, atLeast },
        ...(newest ? [{ check: 'newest-row' as const, ...inDatabase, table, ...newest }] : []),
      ]),
      { check: 'integrity', ...inDatabase },
    ],
  };
}

/** The password is in the environment of the client, and in no list of processes. */
const clientOf = (flavour: MysqlOptions['flavour']): [string, ...string[]] => {
  const variable = `${flavour.toUpperCase()}_ROOT_PASSWORD`;
  return [
    ...shell(
      `MYSQL_PWD="\${${variable}:-$(cat "$${variable}_FILE")}" exec ${flavour} --user=root "$@"`,
    ),
    flavour,
  ];
};

export const aboutMysql: About = {
  name: 'mysql',
  software: 'MySQL and MariaDB',
  consistency:
    'A read lock holds from before the snapshot until after it, and ends by itself if the backup does not end it.',
  tried: 'run: MariaDB of Debian 12, its checks; the lock by the tests of the hook',
  sources: [
    'https://dev.mysql.com/doc/refman/8.4/en/backup-methods.html',
    'https://mariadb.com/kb/en/backup-and-restore-overview/',
  ],
  example: () =>
    mysql({
      flavour: 'mysql',
      name: 'catalog-db',
      labels: { app: 'catalog-db' },
      size: gib(60),
      used: percent(50),
      dailyChange: percent(2),
      database: 'catalog',
      tables: [
        { table: 'products', atLeast: 500, newest: { column: 'changed_at', within: minutes(60) } },
      ],
    }),
};
