import type { Environment } from '@resilience/config/environment';
import type { ResourceModifiers } from '@resilience/velero/kinds/resource-modifiers';

/** The ConfigMap that holds the changes to what is recovered. */
export const modifiersName = 'restore-modifiers';

/** The ConfigMap that holds the changes to what a drill restores. */
export const isolatedModifiersName = 'restore-modifiers-isolated';

type Changed = Extract<Environment['restores'], { objects: 'changed' }>;
type Rule = ResourceModifiers['resourceModifierRules'][number];

/** How recovered objects are changed, first rule first; undefined where they are not. */
export const resourceModifiers = ({ restores }: Environment): ResourceModifiers | undefined =>
  restores.objects === 'changed'
    ? { version: 'v1', resourceModifierRules: rules(restores) }
    : undefined;

/**
 * How the objects of a drill are changed, so that they fit the cluster and touch nothing outside of
 * their namespace: nobody is led to them, they start nothing by themselves, and take on no role of AWS.
 */
export const isolatedModifiers = ({ restores }: Environment): ResourceModifiers => ({
  version: 'v1',
  resourceModifierRules: [
    ...(restores.objects === 'changed' ? [storageClass(restores)] : []),
    merge('cronjobs.batch', { spec: { suspend: true } }),
    merge('ingresses.networking.k8s.io', {
      metadata: { annotations: null },
      spec: { ingressClassName: 'none', tls: null, rules: [{ host: 'restored.invalid' }] },
    }),
    merge('services', {
      metadata: { annotations: null },
      spec: {
        type: 'ClusterIP',
        externalName: null,
        externalTrafficPolicy: null,
        healthCheckNodePort: null,
        allocateLoadBalancerNodePorts: null,
        loadBalancerClass: null,
      },
    }),
    merge('serviceaccounts', {
      metadata: { annotations: { 'eks.amazonaws.com/role-arn': null } },
    }),
  ],
});

const rules = (restores: Changed): Rule[] => [
  storageClass(restores),
  merge('ingresses.networking.k8s.io', { spec: { ingressClassName: restores.ingressClass } }),
  ...restores.ingressHosts.map(({ namespace, ingress, host }): Rule => ({
    conditions: {
      groupResource: 'ingresses.networking.k8s.io',
      namespaces: [namespace],
      resourceNameRegex: `^${ingress}$`,
    },
    patches: [{ operation: 'replace', path: '/spec/rules/0/host', value: host }],
  })),
  ...(restores.workloads === 'stopped'
    ? [
        merge('deployments.apps', { spec: { replicas: 0 } }),
        merge('statefulsets.apps', { spec: { replicas: 0 } }),
        merge('cronjobs.batch', { spec: { suspend: true } }),
      ]
    : []),
];

const storageClass = (restores: Changed): Rule =>
  merge('persistentvolumeclaims', { spec: { storageClassName: restores.storageClass } });

const merge = (groupResource: string, changes: object): Rule => ({
  conditions: { groupResource },
  mergePatches: [{ patchData: JSON.stringify(changes) }],
});
