import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Manifest } from '../apiserver/client.ts';
import type { Kubectl } from '../kubernetes/kubectl.ts';
import { postgresName } from '../platform/images/images.ts';
import { flipBytes } from '../verification/bytes.ts';
import { httpApi } from './http-api.ts';
import { claimSpec, inNamespace, nameLabel, type ProtectedService, type State } from './service.ts';

const namespace = 'orders';
const workload = 'orders-postgres';
const object = inNamespace(namespace);

/** As many as the declaration asks for at the least. */
const rows = 1_000_000;

/** Every row follows from its number, but for the time; a new one is written each second. */
const script = `
set -eu
data=/var/lib/postgresql/data/pgdata
if [ ! -s "$data/PG_VERSION" ]; then
  initdb --pgdata="$data" --username=postgres --auth=trust --data-checksums --no-sync >/dev/null
fi
write() {
  until psql --username=postgres --quiet --command='SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
  psql --username=postgres --quiet --set=ON_ERROR_STOP=1 orders --command='SELECT 1 FROM orders LIMIT 1' >/dev/null 2>&1 || {
    psql --username=postgres --quiet --command='DROP DATABASE IF EXISTS orders' --command='CREATE DATABASE orders'
    psql --username=postgres --quiet --set=ON_ERROR_STOP=1 --single-transaction orders <<'END'
      CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL, created_at timestamptz NOT NULL);
      INSERT INTO orders SELECT i, md5(i::text), now() - (${rows} - i) * interval '1 second'
        FROM generate_series(1, ${rows}) AS i;
END
  }
  while sleep 1; do
    psql --username=postgres --quiet orders --command="INSERT INTO orders
      SELECT n, md5(n::text), clock_timestamp() FROM (SELECT max(id) + 1 AS n FROM orders) AS next" || :
  done
}
write &
exec postgres -D "$data" -k /tmp -c listen_addresses= -c jit=off -c fsync=on -c min_wal_size=32MB -c max_wal_size=64MB
`;

/** PostgreSQL with a million orders. */
export const orders: ProtectedService = {
  name: 'orders',
  namespace,
  workload: `statefulset/${workload}`,
  claim: `app.kubernetes.io/name=${workload}`,
  objects: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    object('v1', 'ConfigMap', 'orders-settings', { data: { 'delivery.json': '{"days": 3}' } }),
    object('v1', 'Secret', 'orders-keys', { stringData: { 'signing-key': 'k-0123456789' } }),
    object('v1', 'Service', workload, {
      spec: { clusterIP: 'None', selector: nameLabel(workload), ports: [{ port: 5432 }] },
    }),
    database(),
    httpApi({ namespace, name: 'orders-api', port: 8080 }),
  ],
  look,
  newestBefore: async (kubectl, time) =>
    Number(
      await query(
        kubectl,
        `SELECT max(id) FROM orders WHERE created_at < to_timestamp(${time / 1000})`,
      ),
    ),
  damage: async (kubectl) => {
    const wrong = await query(
      kubectl,
      'SELECT count(*) FROM orders WHERE customer <> md5(id::text)',
    );
    const gaps = await query(kubectl, 'SELECT max(id) - count(*) FROM orders');
    if (wrong !== '0' || gaps !== '0') return `${wrong} rows are altered, ${gaps} are missing`;
    return undefined;
  },
  overwrite: async (kubectl) => {
    await query(kubectl, "UPDATE orders SET customer = 'nobody' WHERE id % 2 = 0");
  },
  corrupt: (volume) => {
    // The largest file of the database is that of the table.
    const base = join(volume, 'pgdata/base');
    const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).map((file) =>
      join(base, file),
    );
    const [largest = ''] = files.toSorted((a, b) => statSync(b).size - statSync(a).size);
    for (let page = 1; page < 200; page += 1) flipBytes(largest, page * 8192 + 4_000, 64);
  },
};

function database(): Manifest {
  return object('apps/v1', 'StatefulSet', workload, {
    spec: {
      serviceName: workload,
      replicas: 1,
      selector: { matchLabels: nameLabel(workload) },
      template: {
        metadata: { labels: nameLabel(workload) },
        spec: {
          terminationGracePeriodSeconds: 5,
          securityContext: { runAsUser: 999, runAsGroup: 999 },
          containers: [
            {
              name: 'postgres',
              image: postgresName,
              command: ['sh', '-c', script],
              env: [{ name: 'PGHOST', value: '/tmp' }],
              readinessProbe: {
                exec: {
                  command: [
                    'psql',
                    '--username=postgres',
                    'orders',
                    '--command=SELECT 1 FROM orders LIMIT 1',
                  ],
                },
                periodSeconds: 1,
                timeoutSeconds: 5,
              },
              volumeMounts: [{ name: 'postgres-data', mountPath: '/var/lib/postgresql/data' }],
            },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'postgres-data', labels: nameLabel(workload) },
          spec: claimSpec(100),
        },
      ],
    },
  });
}

const query = async (kubectl: Kubectl, statement: string): Promise<string> => {
  const psql = ['psql', '--username=postgres', '-Atq', '--set=ON_ERROR_STOP=1', 'orders'];
  const inside = [
    'exec',
    '--namespace',
    namespace,
    `statefulset/${workload}`,
    '--container=postgres',
  ];
  return (await kubectl([...inside, '--', ...psql, `--command=${statement}`])).trim();
};

async function look(kubectl: Kubectl, upTo?: number): Promise<State> {
  const limit = upTo === undefined ? '' : `WHERE id <= ${upTo}`;
  const answer = await query(
    kubectl,
    `SELECT max(id), extract(epoch FROM max(created_at) FILTER (WHERE id = (SELECT max(id) FROM orders ${limit}))),
      md5(string_agg(id || customer || created_at, '' ORDER BY id)) FROM orders ${limit}`,
  );
  const [newest = '', seconds = '', sum = ''] = answer.split('|');
  return { newest: Number(newest), writtenAt: Number(seconds) * 1000, sum };
}
