import type { Environment } from '@resilience/config/environment';
import type { ResourceModifiers } from '@resilience/velero/kinds/resource-modifiers';
import type { RestoreManifest } from '@resilience/velero/kinds/restore';

/** The ConfigMap that holds the changes. */
export const modifiersName = 'restore-modifiers';

type Changed = Extract<Environment['restores'], { objects: 'changed' }>;
type Rule = ResourceModifiers['resourceModifierRules'][number];

/** What a Restore says of them. */
export const restoreModifier = ({
  restores,
}: Environment): Pick<RestoreManifest['spec'], 'resourceModifier'> =>
  restores.objects === 'changed'
    ? { resourceModifier: { kind: 'configmap', name: modifiersName } }
    : {};

/** How restored objects are changed, first rule first; undefined where they are not. */
export const resourceModifiers = ({ restores }: Environment): ResourceModifiers | undefined =>
  restores.objects === 'changed'
    ? { version: 'v1', resourceModifierRules: rules(restores) }
    : undefined;

const rules = ({ storageClass, ingressClass, ingressHosts, workloads }: Changed): Rule[] => [
  merge('persistentvolumeclaims', { spec: { storageClassName: storageClass } }),
  merge('ingresses.networking.k8s.io', { spec: { ingressClassName: ingressClass } }),
  ...ingressHosts.map(({ namespace, ingress, host }): Rule => ({
    conditions: {
      groupResource: 'ingresses.networking.k8s.io',
      namespaces: [namespace],
      resourceNameRegex: `^${ingress}$`,
    },
    patches: [{ operation: 'replace', path: '/spec/rules/0/host', value: host }],
  })),
  ...(workloads === 'stopped'
    ? [
        merge('deployments.apps', { spec: { replicas: 0 } }),
        merge('statefulsets.apps', { spec: { replicas: 0 } }),
        merge('cronjobs.batch', { spec: { suspend: true } }),
      ]
    : []),
];

const merge = (groupResource: string, changes: object): Rule => ({
  conditions: { groupResource },
  mergePatches: [{ patchData: JSON.stringify(changes) }],
});
