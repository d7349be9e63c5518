import { AppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { CronWorkflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/CronWorkflow';
import { Workflow } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/Workflow';
import { WorkflowTemplate } from '@kubernetes-models/argo-workflows/argoproj.io/v1alpha1/WorkflowTemplate';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { PodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { AlertmanagerConfig } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/AlertmanagerConfig';
import { backupStorageLocation } from '@resilience/velero/kinds/backup-storage-location';
import { externalSecret, secretStore } from '@resilience/velero/kinds/external-secret';
import { schedule } from '@resilience/velero/kinds/schedule';
import { volumeSnapshotClass } from '@resilience/velero/kinds/volume-snapshot-class';
import { volumeSnapshotLocation } from '@resilience/velero/kinds/volume-snapshot-location';
import { ValidatingAdmissionPolicy } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy';
import { ValidatingAdmissionPolicyBinding } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';
import { DaemonSet } from 'kubernetes-models/apps/v1/DaemonSet';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { ClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import { ClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import { Role } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import { RoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { PriorityClass } from 'kubernetes-models/scheduling.k8s.io/v1/PriorityClass';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import type { z } from 'zod';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Validators that upstream's definitions were made into. */
const published = [
  AlertmanagerConfig,
  AppProject,
  Application,
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  CronWorkflow,
  DaemonSet,
  Deployment,
  Namespace,
  NetworkPolicy,
  PodMonitor,
  PriorityClass,
  PrometheusRule,
  Role,
  RoleBinding,
  Service,
  ServiceAccount,
  ServiceMonitor,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  Workflow,
  WorkflowTemplate,
];

/** Kinds that no package publishes validators for. */
const ours: Readonly<Record<string, z.ZodType>> = {
  'external-secrets.io/v1/ExternalSecret': externalSecret,
  'external-secrets.io/v1/SecretStore': secretStore,
  'snapshot.storage.k8s.io/v1/VolumeSnapshotClass': volumeSnapshotClass,
  'velero.io/v1/BackupStorageLocation': backupStorageLocation,
  'velero.io/v1/Schedule': schedule,
  'velero.io/v1/VolumeSnapshotLocation': volumeSnapshotLocation,
};

/** @throws when the object is not valid for its kind, or nobody knows its kind */
export function validate(object: Manifest): void {
  const { apiVersion, kind } = object;
  const Kind = published.find((model) => model.apiVersion === apiVersion && model.kind === kind);
  const schema = ours[`${apiVersion}/${kind}`];
  if (!Kind && !schema) throw new Error(`no validator for ${apiVersion}/${kind}`);
  schema?.parse(object);
  if (Kind) new (Kind as new (data: object) => { validate(): void })(object).validate();
}
