import type { Environment } from '@resilience/config/environment';
import { objectStateServiceAccount } from '@resilience/config/names';
import { ApiObject, Size } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import type { IRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';

import { addExporter } from './exporter.ts';
import { objectStates } from './object-state/index.ts';

const { name, namespace } = objectStateServiceAccount;
const folder = '/etc/kube-state-metrics';
const file = 'custom-resource-state.json';
const apiGroup = 'rbac.authorization.k8s.io';

export const objectStatePort = 8080;

/**
 * A kube-state-metrics of our own, which reads only what is told of backups: Velero forgets its counters
 * at every restart, and tells nothing of the phases of its objects.
 */
export function addObjectStateExporter(scope: Construct, { monitoring }: Environment): void {
  addExporter(scope, {
    account: objectStateServiceAccount,
    image: monitoring.exporters.kubeStateMetrics,
    args: [
      '--custom-resource-state-only=true',
      `--custom-resource-state-config-file=${folder}/${file}`,
      `--namespaces=${namespace}`,
      `--port=${objectStatePort}`,
      // Its metrics of itself are nobody's business.
      '--telemetry-host=127.0.0.1',
    ],
    port: objectStatePort,
    configuration: {
      folder,
      file,
      value: { kind: 'CustomResourceStateMetrics', spec: { resources: objectStates } },
    },
    readsCluster: true,
    memory: Size.mebibytes(64),
  });
  addRole(scope);
  addDiscoveryRole(scope);
}

const reading = ['list', 'watch'];
const subjects = [{ kind: 'ServiceAccount', name, namespace }];

/** The objects of the kinds that are told of, here. */
function addRole(scope: Construct): void {
  const groups = [...new Set(objectStates.map(({ groupVersionKind }) => groupVersionKind.group))];
  add(scope, 'Role', {
    rules: groups.map((group) => ({
      apiGroups: [group],
      resources: objectStates
        .filter(({ groupVersionKind }) => groupVersionKind.group === group)
        .map(({ resourcePlural }) => resourcePlural),
      verbs: reading,
    })),
  } satisfies Pick<IRole, 'rules'>);
  add(scope, 'RoleBinding', { roleRef: { apiGroup, kind: 'Role', name }, subjects });
}

/** It learns from the definitions which kinds there are. */
function addDiscoveryRole(scope: Construct): void {
  add(scope, 'ClusterRole', {
    rules: [
      {
        apiGroups: ['apiextensions.k8s.io'],
        resources: ['customresourcedefinitions'],
        verbs: reading,
      },
    ],
  } satisfies Pick<IClusterRole, 'rules'>);
  add(scope, 'ClusterRoleBinding', { roleRef: { apiGroup, kind: 'ClusterRole', name }, subjects });
}

const add = (scope: Construct, kind: string, rest: object): ApiObject =>
  new ApiObject(scope, `${name}-${kind}`, {
    apiVersion: `${apiGroup}/v1`,
    kind,
    metadata: { name },
    ...rest,
  });
