import type { Environment } from '@resilience/config/environment';

import type { Right } from './account-access.ts';

/** To choose a backup, to restore it, and to measure that. */
export const restores: readonly Right[] = [
  { group: 'velero.io', resources: ['backups'], verbs: ['get', 'list'] },
  { group: 'velero.io', resources: ['backupstoragelocations'], verbs: ['get'] },
  { group: 'velero.io', resources: ['backuprepositories'], verbs: ['list'] },
  { group: 'velero.io', resources: ['restores'], verbs: ['create', 'get', 'list', 'watch'] },
  { group: 'velero.io', resources: ['datadownloads', 'podvolumerestores'], verbs: ['list'] },
  // A run writes its report from what Argo knows of it.
  { group: 'argoproj.io', resources: ['workflows'], verbs: ['get'] },
];

/** To see whether something stands, and to look into it. */
export const verifies = ({ backups }: Environment): Right[] => [
  {
    group: 'apps',
    resources: ['deployments', 'statefulsets', 'daemonsets'],
    verbs: ['get', 'list'],
  },
  { group: '', resources: ['pods', 'persistentvolumeclaims'], verbs: ['get', 'list'] },
  { group: '', resources: ['pods/exec', 'pods/portforward'], verbs: ['create'] },
  ...countedObjects(backups.source),
];

/** To start what was stopped while its volume was taken away. */
export const startsWorkloads: readonly Right[] = [
  {
    group: 'apps',
    resources: ['deployments/scale', 'statefulsets/scale'],
    verbs: ['get', 'patch'],
  },
];

/** What the checks of the number of objects count. */
const countedObjects = ({ services }: Environment['backups']['source']): Right[] =>
  [
    ...new Set(
      Object.values(services).flatMap(({ verification }) =>
        verification.flatMap((check) => (check.check === 'objects' ? [check.resource] : [])),
      ),
    ),
  ]
    .toSorted()
    .map((resource) => {
      const [plural = '', ...group] = resource.split('.');
      return { group: group.join('.'), resources: [plural], verbs: ['get', 'list'] };
    });

/** To make the namespaces of a drill, and to take them away with what is in them. */
export const preparesAndCleansUp: readonly Right[] = [
  { group: '', resources: ['namespaces'], verbs: ['create', 'get', 'list', 'watch', 'delete'] },
  { group: '', resources: ['resourcequotas'], verbs: ['create', 'get', 'patch'] },
  {
    group: 'networking.k8s.io',
    resources: ['networkpolicies'],
    verbs: ['create', 'get', 'patch'],
  },
  { group: '', resources: ['persistentvolumes'], verbs: ['get', 'list', 'patch'] },
  // Only to tell what is left behind outside of the namespaces.
  {
    group: 'rbac.authorization.k8s.io',
    resources: ['clusterroles', 'clusterrolebindings'],
    verbs: ['list'],
  },
  { group: 'apiextensions.k8s.io', resources: ['customresourcedefinitions'], verbs: ['list'] },
  { group: 'storage.k8s.io', resources: ['storageclasses'], verbs: ['list'] },
];
