import { audit } from '@resilience/audit/audit';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { printValue } from '../../../src/source/print-value.ts';
import { run } from '../../run.ts';
import { oneCluster } from '../organisations.ts';
import { environmentOf, keptBy, keptOf, location, manifests, schedule } from './kept-of.ts';
import { program, server } from './programs.ts';

/** The source of the only service, and what is said of it. */
function serviceOf(...documents: readonly string[]) {
  const folder = manifests(location, server, schedule('daily', '{ttl: 960h}'), ...documents);
  const { services, notes } = keptBy(folder, oneCluster).kept;
  return { source: printValue(services['shop']).code, notes };
}

const env = (...variables: readonly string[]): string => `, env: [${variables.join(', ')}]`;

test.each(
  some([
    [
      'postgres:16',
      env('{name: POSTGRES_USER, value: shop}', '{name: POSTGRES_DB, value: orders}'),
      'software: [postgresql({ packaging: "plain", name: "db", labels: { app: "db" }, container: "server", size: gib(20), used: percent(100), dailyChange: percent(10), user: "shop", database: "orders"',
    ],
    ['postgres:18-alpine', '', 'pageChecksums: "on"'],
    ['timescale/timescaledb:2.17-pg16', '', 'postgresql({ packaging: "plain"'],
    ['mysql:8.4', env('{name: MYSQL_ROOT_PASSWORD, value: x}'), 'mysql({ flavour: "mysql"'],
    ['mariadb:11', env('{name: MARIADB_ROOT_PASSWORD_FILE, value: /x}'), 'flavour: "mariadb"'],
    ['mongo:7', env('{name: MONGO_INITDB_DATABASE, value: cart}'), 'database: "cart"'],
    ['redis:7', ', args: [--appendonly, "yes"]', 'persistence: "aof", path: "/data"'],
    ['valkey/valkey:8', '', 'redis({ flavour: "valkey"'],
    ['apache/kafka:3.9', '', 'bin: "/opt/kafka/bin"'],
    ['rabbitmq:4', '', 'definitions: "/data/definitions.json"'],
    ['hashicorp/vault:1.18', '', 'unseal: "by-hand"'],
    ['minio/minio:latest', '', 'minio({ name: "db"'],
    ['prom/prometheus:v3', ', args: [--storage.tsdb.path=/data/tsdb]', 'path: "/data/tsdb"'],
    ['grafana/grafana:11', '', 'grafana({ kind: "StatefulSet"'],
  ] as const),
)('what runs %s has its preset', (image, container, source) => {
  const found = serviceOf(program('db', { image, path: '/data', container }));
  expect(found.source).toContain(source);
  expect(found.source).not.toContain('volumes:');
  expect(found.notes).toContainEqual(expect.stringContaining(`shop/db runs ${image}: the preset`));
});

test.each(
  some([
    ['mariadb:11', env('{name: MYSQL_ROOT_PASSWORD, value: x}'), 'MARIADB_ROOT_PASSWORD'],
    ['redis:7', ', args: [--requirepass, x]', 'REDIS_PASSWORD'],
    ['bitnami/mongodb:7', env('{name: MONGODB_ROOT_USER, value: x}'), 'MONGO_INITDB_ROOT_USERNAME'],
    ['elasticsearch:8.15.0', '', 'a volume for snapshots of its own'],
    ['confluentinc/kafka:7', '', 'the folder of its scripts'],
  ] as const),
)(
  'a preset that could not work for %s is not declared, and that is said',
  (image, container, why) => {
    const { source, notes } = serviceOf(program('db', { image, path: '/data', container }));
    expect(source).not.toContain('software:');
    expect(source).toContain('volumes: { data:');
    expect(notes.filter((note) => note.includes('preset')).join()).toContain(why);
  },
);

test('the database of a Deployment keeps its workload and its claim', () => {
  const { source } = serviceOf(
    program('db', { kind: 'Deployment', image: 'postgres:16', path: '/data' }),
  );
  expect(source).toMatch(
    /software: \[\{ \.\.\.postgresql\(.*\), +workloads: \[\{ kind: "Deployment", name: "db".*volumes: \{ "db-data": .*method: "snapshot"/,
  );
  expect(source).toContain('workloads: [], verification');
});

test('a release of the chart of Bitnami is declared by its name', () => {
  const { source } = serviceOf(
    program('orders-postgresql', {
      image: 'docker.io/bitnami/postgresql:16.4.0',
      path: '/bitnami/postgresql',
      labels:
        '{app.kubernetes.io/instance: orders, app.kubernetes.io/name: postgresql, app.kubernetes.io/component: primary}',
    }),
  );
  expect(source).toContain('postgresql({ packaging: "bitnami", name: "orders", size');
});

test('no value of a secret is taken from a container', () => {
  const container = env('{name: MYSQL_ROOT_PASSWORD, value: hunter2}');
  const text = program('db', { image: 'mysql:8', path: '/data', container });
  const result = JSON.stringify(audit({ files: [{ path: 'db.yaml', text }] }));
  expect(result).toContain('MYSQL_ROOT_PASSWORD');
  expect(result).not.toContain('hunter2');
});

test('volumes that are called alike are all declared', () => {
  const found = serviceOf(
    program('one', { image: 'app:1', path: '/data' }),
    program('two', { image: 'app:1', path: '/data' }),
  );
  expect(found.source).toMatch(/volumes: \{ "one-data": .*"two-data": /);
});

test('what is declared of programs renders, with their hooks and checks', async () => {
  const folder = manifests(
    location,
    server,
    schedule('daily', '{ttl: 960h}'),
    program('db', {
      image: 'postgres:16',
      path: '/data',
      container: env('{name: POSTGRES_USER, value: shop}'),
    }),
    program('cart', { kind: 'Deployment', image: 'redis:7', path: '/data' }),
    program('queue', { image: 'rabbitmq:4', path: '/data' }),
  );
  const { root } = await keptOf(folder, oneCluster);
  const { services } = await environmentOf(root);
  expect(services['shop']?.hooks.map(({ name, workload }) => [name, workload])).toEqual([
    ['cart-dump', 'cart'],
    ['db-checkpoint', 'db'],
    ['queue-definitions', 'queue'],
  ]);
  expect(Object.keys(services['shop']?.volumes ?? {})).toEqual([
    'cart-data',
    'db-data',
    'queue-data',
  ]);
  const rendering = await run(['render'], { RESILIENCE_REPOSITORY: root });
  expect(rendering).toMatchObject({ status: 0, stderr: '' });
});
