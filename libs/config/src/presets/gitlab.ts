import { gib } from '../units/bytes.ts';
import { minutes } from '../units/duration.ts';
import { percent } from '../units/percent.ts';
import { postgresql, type PostgresqlOptions } from './postgresql.ts';
import {
  type About,
  named,
  type Preset,
  presetName,
  shell,
  snapshotted,
  type Stored,
  workloadOf,
} from './preset.ts';
import { redis, type RedisOptions } from './redis.ts';

export interface GitlabOptions {
  /** The release of GitLab's chart. */
  readonly release: string;
  /** The volume of Gitaly, and the repositories that a restored copy has to have. */
  readonly repositories: Stored & { readonly atLeast: number };
  readonly postgresql: PostgresqlOptions;
  readonly redis: RedisOptions;
}

/**
 * GitLab by its chart: repositories in Gitaly's volume, the database and Redis. Uploads and artifacts
 * are in the object storage, which is no volume and in no backup of this kind, and so is the secret
 * RELEASE-rails-secret, which is among the objects of the namespace. Volumes are copied at different
 * moments: a repository may be newer than the database, which GitLab's own checks find.
 *
 * @see https://docs.gitlab.com/charts/charts/gitlab/gitaly/
 * @see https://docs.gitlab.com/administration/backup_restore/backup_gitlab/#alternative-backup-strategies
 * @see https://docs.gitlab.com/administration/monitoring/health_check/
 */
export function gitlab({ release, repositories, ...options }: GitlabOptions): Preset {
  const name = `${release}-gitaly`;
  const labels = { app: 'gitaly', release };
  const webservice = `${release}-webservice-default`;
  const database = postgresql(options.postgresql);
  const queues = redis(options.redis);
  return {
    [presetName]: 'gitlab',
    workloads: [
      workloadOf({ name, labels }),
      { kind: 'Deployment', name: webservice, podLabels: { app: 'webservice', release } },
      ...database.workloads,
      ...queues.workloads,
    ],
    volumes: {
      [named(name, 'data')]: snapshotted({ ...repositories, labels }, 'git'),
      ...database.volumes,
      ...queues.volumes,
    },
    hooks: [...database.hooks, ...queues.hooks],
    verification: [
      ...database.verification,
      ...queues.verification,
      {
        check: 'command',
        name: named(name, 'repositories'),
        workload: name,
        container: 'gitaly',
        timeout: minutes(10),
        command: shell(
          'set -e; found=$(find /home/git/repositories/@hashed -type d -name "*.git" -prune); printf %s "$found" | grep -c . || :',
        ),
        expect: { output: 'number', atLeast: repositories.atLeast },
      },
      { check: 'http', workload: webservice, port: 8080, path: '/-/readiness' },
    ],
  };
}

export const aboutGitlab: About = {
  name: 'gitlab',
  software: 'GitLab by its chart',
  consistency:
    'Repositories, database and Redis are copied at different moments: a repository may be newer than the database. The object storage is not among the volumes.',
  tried: 'written from documentation; its database and Redis: postgresql, redis',
  sources: [
    'https://docs.gitlab.com/charts/charts/gitlab/gitaly/',
    'https://docs.gitlab.com/administration/backup_restore/backup_gitlab/#alternative-backup-strategies',
  ],
  example: () =>
    gitlab({
      release: 'gitlab',
      repositories: {
        size: gib(50),
        used: percent(50),
        dailyChange: percent(5),
        atLeast: 10,
      },
      postgresql: {
        packaging: 'bitnami',
        name: 'gitlab',
        size: gib(20),
        used: percent(50),
        dailyChange: percent(5),
        database: 'gitlabhq_production',
        pageChecksums: 'off',
        indexes: 'unchecked',
        tables: [{ table: 'projects', atLeast: 10 }],
      },
      redis: {
        flavour: 'redis',
        name: 'gitlab-redis-master',
        labels: {
          'app.kubernetes.io/name': 'redis',
          'app.kubernetes.io/instance': 'gitlab',
          'app.kubernetes.io/component': 'master',
        },
        size: gib(8),
        used: percent(20),
        dailyChange: percent(50),
        persistence: 'aof',
        path: '/data',
        keys: 1,
      },
    }),
};
