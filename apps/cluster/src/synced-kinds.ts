/*
 * What ArgoCD may create, change and delete. Velero's Backups, Restores and the like are left out
 * on purpose: ArgoCD ignores live objects of kinds that the project does not permit, and so can
 * never prune them.
 */

interface Kind {
  group: string;
  kind: string;
}

const of = (group: string, ...kinds: string[]): Kind[] => kinds.map((kind) => ({ group, kind }));

export const clusterKinds: Kind[] = [
  ...of('', 'Namespace'),
  ...of(
    'admissionregistration.k8s.io',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
  ),
  ...of('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...of('rbac.authorization.k8s.io', 'ClusterRole', 'ClusterRoleBinding'),
  ...of('scheduling.k8s.io', 'PriorityClass'),
  ...of('snapshot.storage.k8s.io', 'VolumeSnapshotClass'),
];

export const namespacedKinds: Kind[] = [
  ...of('', 'ConfigMap', 'Service', 'ServiceAccount'),
  ...of('apps', 'DaemonSet', 'Deployment'),
  ...of('argoproj.io', 'AppProject', 'Application', 'CronWorkflow', 'WorkflowTemplate'),
  ...of('external-secrets.io', 'ExternalSecret', 'SecretStore'),
  ...of(
    'monitoring.coreos.com',
    'AlertmanagerConfig',
    'PodMonitor',
    'PrometheusRule',
    'ServiceMonitor',
  ),
  ...of('networking.k8s.io', 'NetworkPolicy'),
  ...of('rbac.authorization.k8s.io', 'Role', 'RoleBinding'),
  ...of('velero.io', 'BackupStorageLocation', 'Schedule', 'VolumeSnapshotLocation'),
];
