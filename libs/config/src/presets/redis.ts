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

export interface RedisOptions extends Stateful {
  /** The programs are called redis-cli or valkey-cli, and so on. */
  readonly flavour: 'redis' | 'valkey';
  /** What the server writes to its volume; with both, what it reads at its start is the log. */
  readonly persistence: 'rdb' | 'aof';
  /** Where the container mounts the volume. */
  readonly path: string;
  /** The keys that database 0 of each restored server has to have. */
  readonly keys: number;
}

/**
 * Redis or Valkey in a StatefulSet. A password, if there is one, is in the variable REDIS_PASSWORD or
 * in the file that REDIS_PASSWORD_FILE names (VALKEY_… with Valkey).
 *
 * With `rdb`, the dump is made anew before the copy, and is what the copy holds. With `aof`, the log is
 * copied as a power cut leaves it: a torn last command is left out when the server starts.
 *
 * @see https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
 */
export function redis(options: RedisOptions): Preset {
  const { name, flavour, persistence, path } = options;
  const inContainer = { workload: name, container: options.container ?? flavour };
  return {
    [presetName]: 'redis',
    workloads: [workloadOf(options)],
    volumes: { [named(name, 'data')]: snapshotted(options, 'redis') },
    hooks:
      persistence === 'aof'
        ? []
        : [
            {
              kind: 'command',
              name: named(name, 'dump'),
              ...inContainer,
              when: 'before-backup',
              command: shell(`${letIn(flavour)}${dump(flavour)}`),
              timeout: minutes(10),
              onError: 'fail',
            },
          ],
    verification: [
      {
        check: 'command',
        name: named(name, 'keys'),
        ...inContainer,
        timeout: minutes(2),
        command: shell(`${letIn(flavour)}exec ${flavour}-cli DBSIZE`),
        expect: { output: 'number', atLeast: options.keys },
      },
      {
        check: 'command',
        name: named(name, 'files'),
        ...inContainer,
        timeout: minutes(10),
        command:
          persistence === 'rdb'
            ? [`${flavour}-check-rdb`, `${path}/dump.rdb`]
            : shell(`${flavour}-check-aof "$1"/appendonlydir/*.manifest`, path),
        expect: { output: 'any' },
      },
    ],
  };
}

/** The client reads the password from the environment. */
const letIn = (flavour: RedisOptions['flavour']): string => {
  const variable = `${flavour.toUpperCase()}_PASSWORD`;
  return (
    `if [ -n "\${${variable}:-}" ]; then export REDISCLI_AUTH="$${variable}"; ` +
    `elif [ -n "\${${variable}_FILE:-}" ]; then REDISCLI_AUTH=$(cat "$${variable}_FILE") && export REDISCLI_AUTH; fi; `
  );
};

/** A dump that is already being made is of an earlier time: it is waited for, and made again. */
const dump = (flavour: RedisOptions['flavour']): string =>
  [
    `saving() { ${flavour}-cli INFO persistence | grep -q '^rdb_bgsave_in_progress:1'; }`,
    'while saving; do sleep 1; done',
    `said=$(${flavour}-cli BGSAVE)`,
    'case "$said" in "Background saving started") ;; *) echo "$said" >&2; exit 1 ;; esac',
    'while saving; do sleep 1; done',
    `${flavour}-cli INFO persistence | grep -q '^rdb_last_bgsave_status:ok'`,
  ].join('; ');

export const aboutRedis: About = {
  name: 'redis',
  software: 'Redis and Valkey',
  consistency:
    'With rdb, a dump is made before the snapshot. With aof, a snapshot is what a power cut leaves, and the server leaves out a torn last command; its log has no sums, so bytes that flip inside a value are not seen.',
  tried: 'run: Redis 7.0 of Debian 12; the names of Valkey are from its documentation',
  sources: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  example: () =>
    redis({
      flavour: 'redis',
      name: 'sessions',
      labels: { app: 'sessions' },
      size: gib(10),
      used: percent(30),
      dailyChange: percent(50),
      persistence: 'rdb',
      path: '/data',
      keys: 100,
    }),
};
