/**
 * Fields that the API server does not let change: the object has to be deleted before a new one is made, and
 * ArgoCD fails to sync until then.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/ (only some fields of the spec may be updated)
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#clusterrolebinding-example (roleRef)
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/priority-class-v1/
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-ip-address
 */
const immutable: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'apps/Deployment': [['spec', 'selector']],
  'apps/DaemonSet': [['spec', 'selector']],
  'apps/StatefulSet': [
    ['spec', 'selector'],
    ['spec', 'serviceName'],
    ['spec', 'volumeClaimTemplates'],
  ],
  'rbac.authorization.k8s.io/RoleBinding': [['roleRef']],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [['roleRef']],
  'scheduling.k8s.io/PriorityClass': [['value'], ['preemptionPolicy']],
  'storage.k8s.io/StorageClass': [['provisioner'], ['parameters'], ['reclaimPolicy']],
  'v1/Service': [['spec', 'clusterIP']],
};

/** @param kind such as `apps/Deployment` */
export const immutableIn = (kind: string): readonly (readonly string[])[] =>
  Object.hasOwn(immutable, kind) ? (immutable[kind] ?? []) : [];
