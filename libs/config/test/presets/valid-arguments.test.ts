import { some } from '@resilience/vitest/some';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parse } from '../../src/parse.ts';
import { presets as catalogue } from '../../src/presets/catalogue.ts';
import { elasticsearch } from '../../src/presets/elasticsearch.ts';
import { files } from '../../src/presets/files.ts';
import { gitlab } from '../../src/presets/gitlab.ts';
import { grafana } from '../../src/presets/grafana.ts';
import { kafka } from '../../src/presets/kafka.ts';
import { minio } from '../../src/presets/minio.ts';
import { mongodb } from '../../src/presets/mongodb.ts';
import { mysql, type MysqlOptions } from '../../src/presets/mysql.ts';
import { postgresql, type PostgresqlOptions } from '../../src/presets/postgresql.ts';
import type { Preset } from '../../src/presets/preset.ts';
import { prometheus } from '../../src/presets/prometheus.ts';
import { rabbitmq } from '../../src/presets/rabbitmq.ts';
import { redis } from '../../src/presets/redis.ts';
import { vault } from '../../src/presets/vault.ts';
import { formatProblem } from '../../src/problem.ts';
import { gib } from '../../src/units/bytes.ts';
import { minutes } from '../../src/units/duration.ts';
import { percent } from '../../src/units/percent.ts';
import { primaryDeclaration } from '../fixtures/declarations.ts';

/* Names as Kubernetes lets a StatefulSet have them: its pods' label of the revision leaves 52 characters. */
const name = fc.stringMatching(/^[a-z]([-a-z0-9]{0,50}[a-z0-9])?$/);
const labels = fc.dictionary(
  fc.stringMatching(/^[a-z]([-a-z]{0,20}[a-z])?$/),
  fc.stringMatching(/^[A-Za-z0-9]([\w.-]{0,20}[A-Za-z0-9])?$/),
  { minKeys: 1, maxKeys: 3 },
);
const share = fc.integer({ min: 0, max: 100 }).map(percent);
const stored = {
  size: fc.integer({ min: 1, max: 10_000 }).map((size) => gib(size)),
  used: share,
  dailyChange: share,
};
const container = { container: name };
const stateful = { name, labels, ...stored, ...container };
const least = fc.integer({ min: 1, max: 1_000_000_000 });
const identifier = fc.stringMatching(/^[A-Za-z_]\w{0,40}$/);
const path = fc.stringMatching(/^(\/[a-z]{1,10}){1,3}$/);
const within = fc.integer({ min: 1, max: 10_000 }).map((count) => minutes(count));
const tables = fc.array(
  fc.record(
    { table: identifier, atLeast: least, newest: fc.record({ column: identifier, within }) },
    { requiredKeys: ['table', 'atLeast'] },
  ),
  { maxLength: 3 },
);
const counted = <Key extends string>(key: Key) =>
  fc.array(
    fc
      .tuple(fc.stringMatching(/^[A-Za-z][\w.-]{0,60}$/), least)
      .map(
        ([word, atLeast]) =>
          ({ [key]: word, atLeast }) as Record<Key, string> & { atLeast: number },
      ),
    { maxLength: 3 },
  );

const ofPostgresql = fc.oneof(
  fc.record({
    packaging: fc.constant('plain' as const),
    ...stateful,
    user: identifier,
    database: identifier,
    pageChecksums: fc.constantFrom('on' as const, 'off' as const),
    indexes: fc.constantFrom('amcheck' as const, 'unchecked' as const),
    tables,
  }),
  fc.record({
    packaging: fc.constantFrom('bitnami' as const, 'zalando' as const),
    name: fc.stringMatching(/^[a-z]([-a-z0-9]{0,40}[a-z0-9])?$/),
    ...stored,
    database: identifier,
    pageChecksums: fc.constantFrom('on' as const, 'off' as const),
    indexes: fc.constantFrom('amcheck' as const, 'unchecked' as const),
    tables,
  }),
);

const ofRedis = fc.record({
  flavour: fc.constantFrom('redis' as const, 'valkey' as const),
  ...stateful,
  persistence: fc.constantFrom('rdb' as const, 'aof' as const),
  path,
  keys: least,
});

const placed = {
  kind: fc.constantFrom('Deployment' as const, 'StatefulSet' as const),
  name,
  podLabels: labels,
  claimLabels: labels,
  ...stored,
};

const presets: readonly [string, fc.Arbitrary<Preset>][] = [
  ['postgresql', ofPostgresql.map((options) => postgresql(options as PostgresqlOptions))],
  [
    'mysql',
    fc
      .record({
        flavour: fc.constantFrom('mysql' as const, 'mariadb' as const),
        ...stateful,
        database: identifier,
        tables,
      })
      .map((options) => mysql(options as MysqlOptions)),
  ],
  ['redis', ofRedis.map(redis)],
  [
    'mongodb',
    fc
      .record({ ...stateful, database: identifier, collections: counted('collection') })
      .map(mongodb),
  ],
  [
    'kafka',
    fc
      .record({
        ...stateful,
        bin: path,
        bootstrap: fc.constant('localhost:9092'),
        topics: counted('topic'),
      })
      .map(kafka),
  ],
  [
    'elasticsearch',
    fc
      .record({
        flavour: fc.constantFrom('elasticsearch' as const, 'opensearch' as const),
        ...stateful,
        labels: labels.map((given) => ({ ...given, part: 'data' })),
        url: fc.constant('http://localhost:9200'),
        repository: fc.record({
          ...stored,
          path,
          labels: labels.map((given) => ({ ...given, part: 'snapshots' })),
        }),
        indices: counted('index'),
      })
      .map(elasticsearch),
  ],
  [
    'vault',
    fc
      .record({
        ...stateful,
        address: fc.constant('http://127.0.0.1:8200'),
        unseal: fc.constantFrom('automatic' as const, 'by-hand' as const),
      })
      .map(vault),
  ],
  [
    'rabbitmq',
    fc.record({ ...stateful, definitions: path, queues: counted('virtualHost') }).map(rabbitmq),
  ],
  ['minio', fc.record({ ...stateful, path, buckets: counted('bucket') }).map(minio)],
  ['prometheus', fc.record({ ...stateful, path }).map(prometheus)],
  ['grafana', fc.record(placed).map(grafana)],
  ['files', fc.record({ ...placed, ...container, path, within }).map(files)],
  [
    'gitlab',
    fc
      .record({
        release: fc.stringMatching(/^gitlab[a-z]{0,20}$/),
        repositories: fc.record({ ...stored, atLeast: least }),
        postgresql: ofPostgresql.map((options) => ({
          ...(options as PostgresqlOptions),
          name: 'records',
        })),
        redis: ofRedis.map((options) => ({
          ...options,
          name: 'queues',
          labels: { part: 'queues' },
        })),
      })
      .map((options) => gitlab(options)),
  ],
];

test.each(some(presets))('%s: any valid arguments give a valid service', (_, any) => {
  fc.assert(
    fc.property(any, (preset) => {
      expect(problemsOf(preset)).toEqual([]);
    }),
  );
});

test('every preset is called with any arguments', () => {
  expect(presets.map(([preset]) => preset).toSorted()).toEqual(
    catalogue.map(({ name: preset }) => preset).toSorted(),
  );
});

function problemsOf(preset: Preset): string[] {
  const declaration = primaryDeclaration();
  const shop = declaration.services['shop'];
  if (!shop) throw new TypeError('the fixture has no shop');
  const parsed = parse({ ...declaration, services: { shop: { ...shop, ...preset } } });
  return parsed.ok
    ? []
    : parsed.findings.map((each) => formatProblem({ file: 'fixture', ...each }));
}
