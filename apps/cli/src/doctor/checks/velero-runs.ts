import { selectorOf } from '@resilience/config/volumes';
import { z } from 'zod';

import type { Kubectl } from '../../kubernetes/kubectl.ts';
import { inVelero } from '../../velero/velero-namespace.ts';
import type { DoctorCheck, Found, KubernetesObject } from '../doctor-check.ts';

const container = z.object({ name: z.string(), image: z.string() });
const podSpec = z.object({
  containers: z.array(container),
  initContainers: z.array(container).default([]),
});
const workload = z.object({
  spec: z.object({
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({ spec: podSpec }),
  }),
});
const condition = z.object({ type: z.string(), status: z.string() });
const pods = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: podSpec,
      status: z.object({ conditions: z.array(condition).default([]) }).default({ conditions: [] }),
    }),
  ),
});

type PodSpec = z.output<typeof podSpec>;
type Pod = z.output<typeof pods>['items'][number];

/** What runs in Velero's namespace is ready, and of the declared versions. */
const kinds = new Set(['Deployment', 'DaemonSet']);

/** The server and the node-agent run, with the images that are declared. */
export const veleroRuns: DoctorCheck = {
  group: 'Velero',
  name: 'pods of Velero',
  examine: ({ kubectl, objects }) =>
    Promise.all(
      objects
        .filter(({ kind, namespace }) => kinds.has(kind) && namespace === inVelero[1])
        .map((object) => examine(kubectl, object)),
    ),
};

async function examine(kubectl: Kubectl, { kind, name, value }: KubernetesObject): Promise<Found> {
  const { selector, template } = workload.parse(value).spec;
  const words = ['get', 'pods', ...inVelero, '--selector', selectorOf(selector.matchLabels)];
  const { items } = pods.parse(await kubectl.json(words));
  const subject = `pods of the ${kind} ${name}`;
  const look = `kubectl describe ${kind.toLowerCase()} ${name} ${inVelero.join(' ')}`;
  if (items.length === 0) return { subject, state: 'wrong', found: 'there are none', fix: look };
  const others = items.flatMap((pod) => otherImages(pod.spec, template.spec));
  if (others.length > 0) {
    return {
      subject,
      state: 'wrong',
      found: `run ${[...new Set(others)].join(', ')}`,
      fix: `sync its application in ArgoCD, and wait: kubectl rollout status ${kind.toLowerCase()} ${name} ${inVelero.join(' ')}`,
    };
  }
  const waiting = items.filter((pod) => !isReady(pod));
  return waiting.length === 0
    ? {
        subject,
        state: 'ok',
        found: `${items.length} ready, ${imagesOf(template.spec).join(', ')}`,
      }
    : {
        subject,
        state: 'wrong',
        found: `${waiting.length} of ${items.length} not ready, such as ${waiting[0]?.metadata.name ?? ''}`,
        fix: look,
      };
}

const isReady = ({ status }: Pod): boolean =>
  status.conditions.some(({ type, status: is }) => type === 'Ready' && is === 'True');

const containersOf = ({ containers, initContainers }: PodSpec) => [
  ...initContainers,
  ...containers,
];

const imagesOf = (spec: PodSpec): string[] =>
  containersOf(spec).map(({ image }) => versionOf(image));

/** A registry of the organisation may be put before it as the pod is admitted. */
const versionOf = (image: string): string => image.slice(image.lastIndexOf('/') + 1);

function otherImages(running: PodSpec, declared: PodSpec): string[] {
  const runs = new Map(containersOf(running).map(({ name, image }) => [name, versionOf(image)]));
  return containersOf(declared).flatMap(({ name, image }) => {
    const [wanted, found] = [versionOf(image), runs.get(name)];
    return found === wanted ? [] : [`${found ?? `no ${name}`}, and not ${wanted}`];
  });
}
