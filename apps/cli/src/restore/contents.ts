import { type ApiResource, qualified } from '../kubernetes/api-resources.ts';
import type { Planned } from './plan-step.ts';

/** An object of a backup that a restore would make. */
export interface Item {
  /** Such as `deployments.apps`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
}

export interface Contents {
  readonly items: readonly Item[];
  /** Kinds that the cluster does not know, such as `example.com/v1/Widget`: they are left out. */
  readonly unknownKinds: readonly string[];
}

/**
 * What no restore makes anew.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.0/pkg/controller/restore_controller.go
 */
const neverRestored: ReadonlySet<string> = new Set(['events', 'events.events.k8s.io']);

/** Names with their namespace, by kind such as `apps/v1/Deployment`. */
type ResourceList = Readonly<Record<string, readonly string[]>>;

/** The objects of a backup's list that belong to the namespaces and are of the kinds of a plan. */
export function contentsOf(
  list: ResourceList,
  { namespaces, kinds }: Pick<Planned, 'namespaces' | 'kinds'>,
  known: readonly ApiResource[],
): Contents {
  const byKind = new Map(known.map((resource) => [keyOf(resource.group, resource.kind), resource]));
  const found = Object.entries(list).map(([gvk, names]) => ({
    gvk,
    resource: byKind.get(keyOf(groupOf(gvk), kindOf(gvk))),
    entries: names.map(toEntry).filter(({ namespace }) => namespaces.includes(namespace)),
  }));
  return {
    items: found.flatMap(({ resource, entries }) =>
      resource && isWanted(resource, kinds)
        ? entries.map((entry) => ({ resource: qualified(resource), ...entry }))
        : [],
    ),
    unknownKinds: kinds.includes('*')
      ? found.flatMap(({ gvk, resource, entries }) =>
          !resource && entries.length > 0 ? [gvk] : [],
        )
      : kinds.filter((kind) => !known.some((resource) => isNamed(resource, kind))),
  };
}

const keyOf = (group: string, kind: string): string => `${group}/${kind}`;

const kindOf = (gvk: string): string => gvk.slice(gvk.lastIndexOf('/') + 1);

/** The core has no group: `v1/ConfigMap`. */
const groupOf = (gvk: string): string =>
  gvk.split('/').length > 2 ? (gvk.split('/')[0] ?? '') : '';

/** What belongs to no namespace has none here either. */
function toEntry(entry: string): { namespace: string; name: string } {
  const [first = '', second] = entry.split('/');
  return second === undefined ? { namespace: '', name: first } : { namespace: first, name: second };
}

const isWanted = (resource: ApiResource, kinds: readonly string[]): boolean =>
  !neverRestored.has(qualified(resource)) &&
  (kinds.includes('*') || kinds.some((kind) => isNamed(resource, kind)));

const isNamed = (resource: ApiResource, kind: string): boolean =>
  resource.name === kind || qualified(resource) === kind;
