import { selectorOf } from '@resilience/config/volumes';
import type { Answer } from '@resilience/workflows/stand-ins';

import type { KubernetesObject } from '../../src/doctor/doctor-check.ts';

export const listed = (resource: string, items: readonly object[], flags = ''): Answer => ({
  asked: `get ${resource}${flags}`,
  output: { kind: 'List', items },
});

/** What the API server says of each right that is asked for. */
export const reviews = (answers: readonly boolean[]): Answer => ({
  asked: 'create --filename - --output jsonpath',
  output: answers.map((answer) => `${answer}\n`).join(''),
});

/** As many as the check asks for: in each of the two namespaces of services, four. */
export const allRights = Array.from({ length: 5 + 4 + 9 + 1 }, () => true);

/** Pods of what is rendered, as the kubelet starts them. */
export const podsOf = (
  { value }: KubernetesObject,
  change: (pod: Pod) => Pod = (pod) => pod,
): Answer => {
  const { selector, template } = value['spec'] as WorkloadSpec;
  const pod = { spec: template.spec, status: { conditions: [ready('True')] } };
  return listed(`pods --namespace velero --selector ${selectorOf(selector.matchLabels)}`, [
    { metadata: { name: 'velero-1' }, ...change(pod) },
  ]);
};

export const ready = (status: string) => ({ type: 'Ready', status });

interface WorkloadSpec {
  readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly template: { readonly spec: PodSpec };
}

interface PodSpec {
  readonly containers: readonly { readonly name: string; readonly image: string }[];
}

interface Pod {
  readonly spec: PodSpec;
  readonly status: object;
}

export const lease = (secondsAgo: number): Answer =>
  listed('leases.coordination.k8s.io', [
    { spec: { renewTime: new Date(Date.now() - secondsAgo * 1000).toISOString() } },
  ]);

export const schedulesMade = (names: readonly string[], hoursAgo: number) => {
  const creationTimestamp = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  return names.map((name) => ({ metadata: { name, creationTimestamp } }));
};
