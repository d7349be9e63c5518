/*
 * Velero's own order, with one addition: ArgoCD's applications come last. ArgoCD would sync each of them
 * as soon as it is there, into a namespace that is still being restored.
 */

const first = [
  'customresourcedefinitions',
  'namespaces',
  'storageclasses',
  'volumesnapshotclass.snapshot.storage.k8s.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
  'volumesnapshots.snapshot.storage.k8s.io',
  'datauploads.velero.io',
  'persistentvolumes',
  'persistentvolumeclaims',
  'clusterroles',
  'roles',
  'serviceaccounts',
  'clusterrolebindings',
  'rolebindings',
  'secrets',
  'configmaps',
  'limitranges',
  'priorityclasses',
  'pods',
  'replicasets.apps',
  'endpoints',
  'services',
];

const last = ['appprojects.argoproj.io', 'applicationsets.argoproj.io', 'applications.argoproj.io'];

/** As the server takes it: kinds before the hyphen come first, those after it last. */
export const restorePriorities = [...first, '-', ...last].join(',');
