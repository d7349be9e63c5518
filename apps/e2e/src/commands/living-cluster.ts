import { channelSecrets } from '@resilience/config/channels';
import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';
import { backupOf, hoursAgo } from './backup-of.ts';
import type { Put } from './put.ts';

const { namespace } = veleroServiceAccount;

/**
 * What is in a cluster of an environment beside what is rendered: what people install, and what controllers, kubelets
 * and Velero make of it. All is well there.
 */
export const livingCluster = (environment: Environment): readonly Put[] => [
  ...installed(environment),
  ...secretsOf(environment),
  ...renderedObjects(environment.name).flatMap(({ object }) => podOf(object) ?? []),
  ...stateOfVelero(environment),
];

const object = (
  kind: string,
  metadata: Manifest['metadata'],
  rest: Readonly<Record<string, unknown>> = {},
): Put => ({ apiVersion: 'v1', kind, metadata, ...rest });

const namespaced = (name: string): Put => object('Namespace', { name });

/** By the guide of the first deployment. */
const installed = ({ gitops, workflows, monitoring, restores }: Environment): readonly Put[] => {
  const { namespace: argo, podLabels } = workflows.controller;
  return [
    ...[gitops.namespace, argo, monitoring.namespace].map(namespaced),
    object('ConfigMap', { name: 'argocd-cm', namespace: gitops.namespace }, { data: argocdData }),
    running(
      object(
        'Pod',
        { name: 'workflow-controller', namespace: argo, labels: podLabels },
        {
          spec: {
            containers: [
              { name: 'controller', image: 'quay.io/argoproj/workflow-controller:v4.0.5' },
            ],
          },
        },
      ),
    ),
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'Prometheus',
      metadata: { name: 'k8s', namespace: monitoring.namespace },
      spec: Object.fromEntries(
        ['rule', 'serviceMonitor', 'podMonitor'].flatMap((one) => [
          [`${one}Selector`, {}],
          [`${one}NamespaceSelector`, {}],
        ]),
      ),
    },
    ...(restores.objects === 'changed'
      ? [
          {
            apiVersion: 'storage.k8s.io/v1',
            kind: 'StorageClass',
            metadata: { name: restores.storageClass },
            provisioner: 'ebs.csi.aws.com',
          },
        ]
      : []),
    network,
  ];
};

export const argocdData = {
  'resource.customizations.health.argoproj.io_Application': 'return {}',
  'resource.exclusions': JSON.stringify([
    {
      apiGroups: ['velero.io'],
      kinds: [
        'Backup',
        'BackupRepository',
        'DataDownload',
        'DataUpload',
        'DeleteBackupRequest',
        'DownloadRequest',
        'PodVolumeBackup',
        'PodVolumeRestore',
        'Restore',
        'ServerStatusRequest',
      ],
    },
  ]),
};

const cni = { app: 'aws-node' };
const network: Put = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'aws-node', namespace: 'kube-system' },
  spec: {
    selector: { matchLabels: cni },
    template: {
      metadata: { labels: cni },
      spec: {
        containers: [{ name: 'agent', image: 'cni:v1', args: ['--enable-network-policy=true'] }],
      },
    },
  },
};

/** A Secret may hold what several channels read. */
const secretsOf = ({ notifications }: Environment): readonly Put[] =>
  [
    ...Map.groupBy(channelSecrets(notifications), ({ name }) => name),
    ['velero-repo-credentials', [{ key: 'repository-password' }]] as const,
  ].map(([name, keys]) =>
    object(
      'Secret',
      { name, namespace },
      {
        stringData: Object.fromEntries(keys.map(({ key }) => [key, 'of-e2e'])),
      },
    ),
  );

const running = (pod: Put): Put => ({
  ...pod,
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
});

interface Workload extends Manifest {
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: object;
    };
  };
}

/** What a kubelet would run of a Deployment or DaemonSet in Velero's namespace. */
export function podOf(manifest: Manifest): Put | undefined {
  if (!/^(Deployment|DaemonSet)$/.test(manifest.kind)) return undefined;
  if (manifest.metadata.namespace !== namespace) return undefined;
  const { template } = (manifest as Workload).spec;
  const { labels } = template.metadata;
  const metadata = { name: `${manifest.metadata.name}-e2e`, namespace, labels };
  return running(object('Pod', metadata, { spec: template.spec }));
}

const stateOfVelero = ({ schedules, services, name }: Environment): readonly Put[] => [
  ...renderedObjects(name)
    .filter(({ object: { kind } }) => kind === 'BackupStorageLocation')
    .map(({ object: location }) => ({
      ...location,
      status: { phase: 'Available', lastValidationTime: hoursAgo(0) },
    })),
  ...Object.keys(schedules).map((schedule) =>
    backupOf(`${schedule}-e2e`, { schedule, startTimestamp: hoursAgo(1) }),
  ),
  ...Object.values(services).map(({ namespace: volumeNamespace }) => repositoryOf(volumeNamespace)),
];

export const repositoryOf = (volumeNamespace: string, phase = 'Ready'): Put => ({
  apiVersion: 'velero.io/v1',
  kind: 'BackupRepository',
  metadata: { name: `${volumeNamespace}-default-kopia`, namespace },
  spec: {
    backupStorageLocation: 'default',
    maintenanceFrequency: '1h0m0s',
    repositoryType: 'kopia',
    resticIdentifier: '',
    volumeNamespace,
  },
  status: { phase },
});
