import { gib } from '../units/bytes.ts';
import { hours, minutes } from '../units/duration.ts';
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

export interface ElasticsearchOptions extends Stateful {
  readonly flavour: 'elasticsearch' | 'opensearch';
  /** Where a node answers in its own container, such as http://localhost:9200. */
  readonly url: string;
  /** A volume that every node mounts, at a path that `path.repo` names, with labels of its own. */
  readonly repository: Stored & { readonly path: string; readonly labels: Stateful['labels'] };
  readonly indices: readonly {
    readonly index: string;
    /** The documents that a restored copy has to have. */
    readonly atLeast: number;
  }[];
}

/**
 * Elasticsearch or OpenSearch in a StatefulSet. A copy of its data cannot be used, so the data is left
 * out: the first pod makes a snapshot of the software's own in the repository before each backup, and
 * reads the newest one back after a restore. The user elastic (admin with OpenSearch) has its password,
 * if there is one, in ELASTIC_PASSWORD (OPENSEARCH_PASSWORD).
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/snapshot-restore.html
 * @see https://docs.opensearch.org/latest/tuning-your-cluster/availability-and-recovery/snapshots/snapshot-restore/
 */
export function elasticsearch(options: ElasticsearchOptions): Preset {
  const { name, flavour, url, repository } = options;
  const inContainer = { workload: name, container: options.container ?? flavour };
  const asked = (line: string, ...words: readonly string[]) =>
    shell(`${ask(flavour)}${line}`, url, ...words);
  return {
    [presetName]: 'elasticsearch',
    workloads: [workloadOf(options)],
    volumes: {
      [named(name, 'data')]: {
        ...snapshotted(options, 'search-data'),
        backup: {
          method: 'skip',
          reason: 'No copy of the data of a node can be used: the repository holds its snapshots.',
        },
      },
      [named(name, 'snapshots')]: snapshotted(repository, 'search-snapshots'),
    },
    hooks: [
      {
        kind: 'command',
        name: named(name, 'snapshot'),
        ...inContainer,
        when: 'before-backup',
        command: asked(take, repository.path),
        timeout: hours(1),
        onError: 'fail',
      },
      {
        kind: 'command',
        name: named(name, 'restore'),
        ...inContainer,
        when: 'after-restore',
        command: asked(readBack, repository.path),
        timeout: hours(2),
        onError: 'fail',
      },
    ],
    verification: [
      {
        check: 'command',
        name: named(name, 'health'),
        ...inContainer,
        timeout: minutes(5),
        command: asked('ask GET /_cluster/health'),
        // With one node, replicas have no place, which is yellow.
        expect: { output: 'text', matches: '"status" *: *"(green|yellow)"' },
      },
      ...options.indices.map(({ index, atLeast }, position) => ({
        check: 'command' as const,
        name: named(name, `documents-${position}`),
        ...inContainer,
        timeout: minutes(5),
        command: asked('ask GET "/_cat/count/$2?h=count"', index),
        expect: { output: 'number' as const, atLeast },
      })),
    ],
  };
}

/** ask METHOD PATH [BODY]: curl reads the password from its input, and no list of processes has it. */
function ask(flavour: ElasticsearchOptions['flavour']): string {
  const [user, variable] =
    flavour === 'elasticsearch'
      ? ['elastic', 'ELASTIC_PASSWORD']
      : ['admin', 'OPENSEARCH_PASSWORD'];
  return [
    'set -e',
    'url=$1',
    `login() { [ -z "\${${variable}:-}" ] || printf 'user = "${user}:%s"\\n' "$${variable}"; }`,
    'ask() { login | curl --config - --silent --show-error --fail-with-body --insecure --request "$1" --header "Content-Type: application/json" ${3:+--data "$3"} "$url$2"; }',
    '',
  ].join('; ');
}

const register =
  'ask PUT /_snapshot/resilience "{\\"type\\":\\"fs\\",\\"settings\\":{\\"location\\":\\"$2\\"}}" >/dev/null';

/** The snapshots of earlier backups go once there is a newer one: every backup holds its own. */
const take = [
  'case "$HOSTNAME" in *-0) ;; *) exit 0 ;; esac',
  register,
  'new=backup-$(date -u +%Y%m%d%H%M%S)',
  'said=$(ask PUT "/_snapshot/resilience/$new?wait_for_completion=true")',
  'case "$said" in *\'"state":"SUCCESS"\'*) ;; *) echo "$said" >&2; exit 1 ;; esac',
  'for old in $(ask GET "/_cat/snapshots/resilience?h=id"); do case "$old" in "$new") ;; backup-*) ask DELETE "/_snapshot/resilience/$old" ;; esac; done',
].join('; ');

/** The server answers 200 for a snapshot of which it could not read a shard, too. */
const readBack = [
  'case "$HOSTNAME" in *-0) ;; *) exit 0 ;; esac',
  register,
  'newest=$(ask GET "/_cat/snapshots/resilience?h=id&s=end_epoch:desc" | head -n 1)',
  '[ -n "$newest" ]',
  'said=$(ask POST "/_snapshot/resilience/$newest/_restore?wait_for_completion=true" "{\\"indices\\":\\"*,-.*\\",\\"include_global_state\\":false}")',
  'case "$said" in *\'"failed":0,\'*) ;; *) echo "$said" >&2; exit 1 ;; esac',
].join('; ');

export const aboutElasticsearch: About = {
  name: 'elasticsearch',
  software: 'Elasticsearch and OpenSearch',
  consistency:
    'The data is left out, as no copy of it can be used. A hook makes a snapshot of the software in its repository before each backup; another reads the newest back after a restore. Indices that begin with a dot are not read back.',
  tried:
    'run: OpenSearch 2.19.6 of Maven Central, one node without passwords, where it is asked for by its name; Elasticsearch is written from documentation',
  sources: [
    'https://www.elastic.co/guide/en/elasticsearch/reference/8.19/snapshot-restore.html',
    'https://docs.opensearch.org/latest/tuning-your-cluster/availability-and-recovery/snapshots/snapshot-restore/',
  ],
  example: () =>
    elasticsearch({
      flavour: 'elasticsearch',
      name: 'search',
      labels: { app: 'search', role: 'node' },
      size: gib(100),
      used: percent(50),
      dailyChange: percent(10),
      url: 'http://localhost:9200',
      repository: {
        path: '/snapshots',
        labels: { app: 'search-snapshots' },
        size: gib(100),
        used: percent(50),
        dailyChange: percent(10),
      },
      indices: [{ index: 'products', atLeast: 1_000 }],
    }),
};
