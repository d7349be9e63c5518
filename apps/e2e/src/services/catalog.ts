import { join } from 'node:path';

import type { Manifest } from '../apiserver/client.ts';
import type { Kubectl } from '../kubernetes/kubectl.ts';
import { mariadbName } from '../platform/images/images.ts';
import { flipBytes } from '../verification/bytes.ts';
import { httpApi } from './http-api.ts';
import { claimSpec, inNamespace, nameLabel, type ProtectedService, type State } from './service.ts';

const namespace = 'catalog';
const workload = 'catalog-mysql';
const object = inNamespace(namespace);

/** As many as the declaration asks for at the least. */
const rows = 50_000;

/** Every row follows from its number, but for the time; a new one is written each second. */
const script = `
set -eu
data=/var/lib/mysql/data
if [ ! -d "$data/mysql" ]; then
  mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >/dev/null
fi
client() { MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --no-defaults --user=root --batch --skip-column-names "$@"; }
write() {
  until client --execute='SELECT 1' >/dev/null 2>&1; do
    mysql --no-defaults --user=root --execute="ALTER USER root@localhost IDENTIFIED BY '$MYSQL_ROOT_PASSWORD'" >/dev/null 2>&1 || :
    sleep 0.2
  done
  client catalog --execute='SELECT 1 FROM products LIMIT 1' >/dev/null 2>&1 || client <<'END'
    CREATE OR REPLACE DATABASE catalog;
    USE catalog;
    CREATE TABLE making (id BIGINT PRIMARY KEY, title CHAR(32) NOT NULL, changed_at TIMESTAMP(3) NOT NULL) ENGINE=InnoDB;
    INSERT INTO making SELECT seq, MD5(seq), NOW(3) - INTERVAL (${rows} - seq) SECOND FROM seq_1_to_${rows};
    RENAME TABLE making TO products;
END
  while sleep 1; do
    client catalog --execute='INSERT INTO products SELECT MAX(id) + 1, MD5(MAX(id) + 1), NOW(3) FROM products' || :
  done
}
write &
exec mariadbd --no-defaults --datadir="$data" --socket=/run/mysqld/mysqld.sock --pid-file=/tmp/pid --skip-networking --innodb-buffer-pool-size=64M --innodb-log-file-size=16M
`;

/** MariaDB with fifty thousand products. */
export const catalog: ProtectedService = {
  name: 'catalog',
  namespace,
  workload: `statefulset/${workload}`,
  claim: `app.kubernetes.io/name=${workload}`,
  objects: [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    object('v1', 'Secret', 'catalog-mysql', { stringData: { password: 'c0rrect-horse' } }),
    object('v1', 'ConfigMap', 'catalog-settings', { data: { currency: 'EUR' } }),
    object('v1', 'Service', workload, {
      spec: { clusterIP: 'None', selector: nameLabel(workload), ports: [{ port: 3306 }] },
    }),
    database(),
    httpApi({ namespace, name: 'catalog-api', port: 8080 }),
  ],
  look,
  newestBefore: async (kubectl, time) =>
    Number(
      await ask(
        kubectl,
        `SELECT MAX(id) FROM products WHERE changed_at < FROM_UNIXTIME(${time / 1000})`,
      ),
    ),
  damage: async (kubectl) => {
    const wrong = await ask(kubectl, 'SELECT COUNT(*) FROM products WHERE title <> MD5(id)');
    const gaps = await ask(kubectl, 'SELECT MAX(id) - COUNT(*) FROM products');
    if (wrong !== '0' || gaps !== '0') return `${wrong} rows are altered, ${gaps} are missing`;
    return undefined;
  },
  overwrite: async (kubectl) => {
    await ask(kubectl, "UPDATE products SET title = 'nothing' WHERE id % 2 = 0");
  },
  corrupt: (volume) => {
    const table = join(volume, 'data/catalog/products.ibd');
    for (let page = 4; page < 100; page += 1) flipBytes(table, page * 16_384 + 5_000, 64);
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
          securityContext: { runAsUser: 998, runAsGroup: 998, fsGroup: 998 },
          containers: [
            {
              name: 'mysql',
              image: mariadbName,
              command: ['sh', '-c', script],
              env: [
                {
                  name: 'MYSQL_ROOT_PASSWORD',
                  valueFrom: { secretKeyRef: { name: 'catalog-mysql', key: 'password' } },
                },
              ],
              readinessProbe: {
                exec: {
                  command: [
                    'sh',
                    '-c',
                    'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --user=root catalog --execute="SELECT 1 FROM products LIMIT 1"',
                  ],
                },
                periodSeconds: 1,
                timeoutSeconds: 5,
              },
              volumeMounts: [
                { name: 'mysql-data', mountPath: '/var/lib/mysql' },
                { name: 'run', mountPath: '/run/mysqld' },
              ],
            },
          ],
          volumes: [{ name: 'run', emptyDir: {} }],
        },
      },
      volumeClaimTemplates: [
        { metadata: { name: 'mysql-data', labels: nameLabel(workload) }, spec: claimSpec(60) },
      ],
    },
  });
}

/** Asks its database. @returns a line for each row */
export const ask = async (kubectl: Kubectl, statement: string): Promise<string> => {
  const client =
    'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" exec mysql --no-defaults --user=root --batch --skip-column-names catalog --execute "$1"';
  const inside = ['exec', '--namespace', namespace, `statefulset/${workload}`, '--container=mysql'];
  return (await kubectl([...inside, '--', 'sh', '-c', client, 'query', statement])).trim();
};

async function look(kubectl: Kubectl, upTo?: number): Promise<State> {
  const limit = upTo === undefined ? '' : `WHERE id <= ${upTo}`;
  const answer = await ask(
    kubectl,
    `SELECT MAX(id), UNIX_TIMESTAMP(MAX(changed_at)),
      CONCAT(COUNT(*), '-', SUM(CRC32(CONCAT(id, title, changed_at)))) FROM products ${limit}`,
  );
  const [newest = '', seconds = '', sum = ''] = answer.split('\t');
  return { newest: Number(newest), writtenAt: Number(seconds) * 1000, sum };
}
