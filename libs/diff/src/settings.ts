import type { Environment } from '@resilience/config/environment';

/** A setting that is neither stronger nor weaker when it changes, and that a reviewer looks at. */
type Setting = readonly [
  path: string,
  words: string,
  value: (environment: Environment) => string | undefined,
];

const namesOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map((pair) => pair.join('='))
    .join(', ');

/** In the order of a declaration. */
export const settings: readonly Setting[] = [
  ['aws.account', 'AWS account', ({ aws }) => aws.account],
  ['aws.partition', 'AWS partition', ({ aws }) => aws.partition],
  ['aws.region', 'region', ({ aws }) => aws.region],
  ['aws.drRegion', 'DR region', ({ aws }) => aws.drRegion],
  ['cluster.name', 'cluster', ({ cluster }) => cluster.name],
  ['cluster.identity', "service accounts' identity", ({ cluster }) => identityOf(cluster.identity)],
  ['velero.server', 'image of Velero', ({ velero }) => velero.server],
  ['velero.awsPlugin', "image of Velero's plugin for AWS", ({ velero }) => velero.awsPlugin],
  ['workflows.tools', 'image of the steps', ({ workflows }) => workflows.tools],
  [
    'monitoring.exporters.kubeStateMetrics',
    'image of kube-state-metrics',
    ({ monitoring }) => monitoring.exporters.kubeStateMetrics,
  ],
  [
    'monitoring.exporters.cloudwatch',
    'image of the CloudWatch exporter',
    ({ monitoring }) => monitoring.exporters.cloudwatch,
  ],
  [
    'monitoring.labels',
    'labels that Prometheus selects',
    ({ monitoring }) => namesOf(monitoring.labels),
  ],
  [
    'monitoring.snapshotQuota',
    'quota of snapshots',
    ({ monitoring }) => String(monitoring.snapshotQuota),
  ],
  ['gitops.repository', 'repository that ArgoCD reads', ({ gitops }) => gitops.repository],
  ['gitops.revision', 'revision that ArgoCD reads', ({ gitops }) => gitops.revision],
  ['restores.objects', 'form of restored objects', ({ restores }) => restores.objects],
];

const identityOf = (identity: Environment['cluster']['identity']): string =>
  identity.kind === 'irsa' ? identity.oidcIssuer : identity.kind;
