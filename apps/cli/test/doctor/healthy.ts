import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '@resilience/config/environment';
import { channelSecrets } from '@resilience/config/channels';
import { loadEnvironment } from '@resilience/config/load';
import type { Answer } from '@resilience/workflows/stand-ins';
import { onTestFinished, vi } from 'vitest';

import { contextOf } from '../../src/doctor/doctor-context.ts';
import type {
  DoctorCheck,
  DoctorContext,
  Found,
  KubernetesObject,
} from '../../src/doctor/doctor-check.ts';
import { repositoryRoot } from '../../src/repository-root.ts';
import { allRights, lease, listed, podsOf, reviews } from './cluster-answers.ts';
import { callsIn, quickStandIn } from '../quick-stand-in.ts';

async function declared(name: string): Promise<Environment> {
  const loaded = await loadEnvironment(repositoryRoot, name);
  if (!loaded.ok) throw new Error(`${name} does not load`);
  return loaded.value;
}

const contexts = new Map<string, Promise<DoctorContext>>();

/** All tests of a file look at the same one. */
function contextIn(name: string): Promise<DoctorContext> {
  const context =
    contexts.get(name) ?? declared(name).then((environment) => contextOf(environment, undefined));
  contexts.set(name, context);
  return context;
}

export const renderedObjects = async (): Promise<readonly KubernetesObject[]> =>
  (await contextIn('staging')).objects;

/** What kubectl says of what the cluster does not have. */
export const notFound = (asked: string): Answer => ({
  asked,
  error: 'Error from server (NotFound): the server could not find the requested resource\n',
  status: 1,
});

/** What kubectl says of kinds that the cluster does not define. */
export const undefinedKind = (resource: string): Answer => ({
  asked: `get ${resource}`,
  error: `error: the server doesn't have a resource type "${resource.split('.')[0]}"\n`,
  status: 1,
});

export const version = (server: string, client = '1.34.1'): Answer => ({
  asked: 'version --output json',
  output: { clientVersion: numbers(client), serverVersion: numbers(server) },
});

function numbers(written: string) {
  const [major = '', minor = ''] = written.split('.');
  return { major, minor, gitVersion: `v${written}` };
}

/** The definitions of each version of a group, as the API server lists them. */
const definitionsOf = (objects: readonly KubernetesObject[]): Answer[] =>
  [...Map.groupBy(objects, ({ apiVersion }) => apiVersion)].map(([apiVersion, all]) => ({
    // The space keeps v1 apart from v1alpha1.
    asked: `get --raw /${apiVersion.includes('/') ? 'apis' : 'api'}/${apiVersion} `,
    output: { resources: [...new Set(all.map(({ kind }) => kind))].map((kind) => ({ kind })) },
  }));

export const prometheus = (spec: object): Answer =>
  listed('prometheuses.monitoring.coreos.com', [
    { metadata: { name: 'k8s', namespace: 'monitoring' }, spec },
  ]);

/** What takes all. */
export const everything = {
  ruleSelector: {},
  ruleNamespaceSelector: {},
  serviceMonitorSelector: {},
  serviceMonitorNamespaceSelector: {},
  podMonitorSelector: {},
  podMonitorNamespaceSelector: {},
};

export const daemonSet = (name: string, args: readonly string[] = []): Answer =>
  listed(
    'daemonsets.apps',
    [
      {
        metadata: { name },
        spec: { template: { spec: { containers: [{ name, args }] } } },
      },
    ],
    ' --all-namespaces',
  );

export const controller = (image: string, phase = 'Running'): Answer =>
  listed('pods --namespace argo --selector app=workflow-controller', [
    {
      metadata: { name: 'workflow-controller-1' },
      spec: { containers: [{ image }] },
      status: { phase },
    },
  ]);

export const argocd = (data: Readonly<Record<string, string>>): Answer => ({
  asked: 'get configmap argocd-cm --namespace argocd',
  output: { data },
});

const exclusions = `- apiGroups: [velero.io]
  kinds: [Backup, BackupRepository, DataDownload, DataUpload, DeleteBackupRequest, DownloadRequest,
    PodVolumeBackup, PodVolumeRestore, Restore, ServerStatusRequest]
  clusters: ["*"]
`;
export const argocdData = {
  'resource.customizations.health.argoproj.io_Application': 'hs = {}',
  'resource.exclusions': exclusions,
};

/** A backup by a schedule. */
export const backupBy = (schedule: string, hoursAgo: number, phase = 'Completed') => ({
  metadata: { name: `${schedule}-1`, labels: { 'velero.io/schedule-name': schedule } },
  spec: {},
  status: { phase, startTimestamp: new Date(Date.now() - hoursAgo * 3_600_000).toISOString() },
});

const workloads = new Set(['Deployment', 'DaemonSet']);

const isVelero = ({ namespace }: KubernetesObject): boolean =>
  namespace === undefined || namespace === 'velero';

/** A cluster of staging in which all is well. */
export async function healthy(): Promise<readonly Answer[]> {
  const environment = await declared('staging');
  const objects = await renderedObjects();
  const live = (resource: string, kind: string): Answer => {
    const of = objects.filter((object) => object.kind === kind && isVelero(object));
    const where = of.some(({ namespace }) => namespace !== undefined) ? ' --namespace velero' : '';
    return listed(
      resource,
      of.map(({ value }) => value),
      `${where} --output json`,
    );
  };
  return [
    version('1.34.2'),
    {
      asked: 'config view --minify',
      output: {
        clusters: [{ name: 'harbour-staging', cluster: { server: 'https://staging.example' } }],
      },
    },
    { asked: 'config current-context', output: 'staging\n' },
    ...definitionsOf(objects),
    ...channelSecrets(environment.notifications).map(({ name, key }) => ({
      asked: `get secret ${name} --namespace velero`,
      output: `${key}\n`,
    })),
    { asked: 'get secret velero-repo-credentials', output: 'secret/velero-repo-credentials\n' },
    { asked: 'get storageclasses.storage.k8s.io gp3', output: 'storageclass/gp3\n' },
    daemonSet('cilium'),
    argocd(argocdData),
    controller('quay.io/argoproj/workflow-controller:v3.7.4'),
    prometheus(everything),
    reviews(allRights),
    ...objects
      .filter(({ kind, namespace }) => workloads.has(kind) && namespace === 'velero')
      .map((object) => podsOf(object)),
    live('volumesnapshotclasses.snapshot.storage.k8s.io', 'VolumeSnapshotClass'),
    // Half a minute ahead, as tests may take a while.
    lease(-30),
    {
      asked: 'get backupstoragelocations.velero.io default --namespace velero',
      output: {
        spec: { objectStorage: { bucket: 'harbour-staging-backups-us-east-1' } },
        status: { phase: 'Available' },
      },
    },
    live('backupstoragelocations.velero.io', 'BackupStorageLocation'),
    listed(
      'schedules.velero.io',
      objects
        .filter(({ kind }) => kind === 'Schedule')
        .map(({ value, name }) => ({
          ...value,
          metadata: { name, creationTimestamp: '2026-01-01T00:00:00Z' },
        })),
      ' --namespace velero --output json',
    ),
    live('deployments.apps', 'Deployment'),
    live('daemonsets.apps', 'DaemonSet'),
    live('configmaps', 'ConfigMap'),
    listed('backups.velero.io', [backupBy('daily', 3), backupBy('weekly', 30)]),
    listed('backuprepositories.velero.io', [
      { metadata: { name: 'orders-default-kopia' }, status: { phase: 'Ready' } },
    ]),
  ];
}

/** An account of staging in which all is well. */
export const healthyAccount: readonly Answer[] = [
  {
    asked: 'sts get-caller-identity',
    output: { Account: '777788889999', Arn: 'arn:aws:iam::777788889999:user/ada' },
  },
  {
    asked: 's3api get-bucket-versioning --bucket harbour-staging-backups-us-east-1',
    output: { Status: 'Enabled' },
  },
  { asked: '--version', output: 'aws-cli/2.31.0 Python/3.13.7\n' },
];

/** Programs of a machine that has all of them. */
export const healthyMachine: Readonly<Record<string, string>> = {
  git: 'git version 2.51.0\n',
  jq: 'jq-1.8.1\n',
  velero: 'Client:\n\tVersion: v1.18.3\n',
  argo: 'argo: v4.1.2\n',
  terraform: 'Terraform v1.13.4\n',
};

export interface Looked {
  readonly found: readonly Found[];
  readonly calls: readonly string[];
}

/** What one check finds where kubectl and aws answer so. */
export async function lookedAt(
  check: DoctorCheck,
  { kubectl = [], aws = [] }: { kubectl?: readonly Answer[]; aws?: readonly Answer[] },
  environment = 'staging',
): Promise<Looked> {
  const folder = mkdtempSync(join(tmpdir(), 'resilience-doctor-'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  quickStandIn(folder, 'kubectl', kubectl);
  quickStandIn(folder, 'aws', aws);
  vi.stubEnv('PATH', join(folder, 'bin'));
  const found = await check.examine(await contextIn(environment));
  return { found, calls: callsIn(folder) };
}
