import type { Manifest } from '../apiserver/client.ts';
import { backupOf, hoursAgo } from './backup-of.ts';
import type { Put } from './put.ts';

const namespace = 'backup-system';

const of = (
  [apiVersion, kind, name]: readonly [string, string, string],
  rest: Readonly<Record<string, unknown>>,
  where = namespace,
): Manifest => ({ apiVersion, kind, metadata: { name, namespace: where }, ...rest });

/** A pod template with volumes of claims, or of its StatefulSet. */
const podsOf = (name: string, container: object, rest: object = {}) => ({
  selector: { matchLabels: { app: name } },
  template: {
    metadata: { labels: { app: name } },
    spec: { containers: [{ name, ...container }], ...rest },
  },
});

const claim = (storage: string) => ({
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'local-path',
  resources: { requests: { storage } },
});

/**
 * What was installed at the time of restic: another namespace, a server of 1.9 with a DaemonSet called restic, a second
 * location elsewhere, and a schedule without a cron.
 */
export const oldCluster: readonly Manifest[] = [
  ...['default', namespace, 'shop', 'wiki'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  })),
  of(['apps/v1', 'Deployment', 'velero'], {
    spec: podsOf('velero', {
      image: 'velero/velero:v1.9.5',
      args: ['server', '--default-volumes-to-restic', '--default-backup-ttl=720h'],
    }),
  }),
  of(['apps/v1', 'DaemonSet', 'restic'], {
    spec: podsOf('restic', { image: 'velero/velero:v1.9.5', args: ['restic', 'server'] }),
  }),
  ...[
    { name: 'default', bucket: 'old-backups', config: { region: 'eu-west-1' }, isDefault: true },
    {
      name: 'minio',
      bucket: 'second',
      config: { region: 'minio', s3ForcePathStyle: 'true', s3Url: 'http://minio.storage:9000' },
      isDefault: false,
    },
  ].map(({ name, bucket, config, isDefault }) =>
    of(['velero.io/v1', 'BackupStorageLocation', name], {
      spec: {
        provider: 'aws',
        default: isDefault,
        accessMode: isDefault ? 'ReadWrite' : 'ReadOnly',
        objectStorage: { bucket, prefix: 'velero' },
        config,
      },
    }),
  ),
  of(['velero.io/v1', 'Schedule', 'nightly'], {
    spec: {
      schedule: '@every 24h',
      template: {
        includedNamespaces: ['shop'],
        defaultVolumesToRestic: true,
        storageLocation: 'default',
        ttl: '240h0m0s',
      },
    },
  }),
  of(['velero.io/v1', 'Schedule', 'weekly'], {
    spec: {
      schedule: '0 4 * * 0',
      paused: true,
      template: { includedNamespaces: ['*'], storageLocation: 'minio' },
    },
  }),
  of(
    ['apps/v1', 'StatefulSet', 'postgres'],
    {
      spec: {
        serviceName: 'postgres',
        ...podsOf('postgres', {
          image: 'postgres:14',
          volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data' }],
        }),
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claim('20Gi') }],
      },
    },
    'shop',
  ),
  of(
    ['apps/v1', 'Deployment', 'wiki'],
    {
      spec: podsOf(
        'wiki',
        { image: 'requarks/wiki:2', volumeMounts: [{ name: 'pages', mountPath: '/pages' }] },
        { volumes: [{ name: 'pages', persistentVolumeClaim: { claimName: 'pages' } }] },
      ),
    },
    'wiki',
  ),
  of(['v1', 'PersistentVolumeClaim', 'pages'], { spec: claim('5Gi') }, 'wiki'),
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'local-path' },
    provisioner: 'rancher.io/local-path',
  },
];

/** More than kubectl asks for at once: the newest is on the last page. */
const many = 700;

export const newestOfMany = `nightly-${many - 1}`;

export const manyBackups: readonly Put[] = Array.from({ length: many }, (_, index) => {
  const startTimestamp = hoursAgo((many - index) * 24);
  const backup = backupOf(`nightly-${String(index).padStart(3, '0')}`, {
    schedule: 'nightly',
    startTimestamp,
  });
  return { ...backup, metadata: { ...backup.metadata, namespace } };
});
