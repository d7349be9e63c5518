import type { Kubectl } from '../kubernetes/kubectl.ts';

interface Item {
  readonly kind: string;
  readonly metadata: Record<string, unknown> & { readonly name: string };
  readonly spec?: Record<string, unknown>;
}

/** Kinds that people declare; what controllers make of them is not compared. */
const kinds = [
  'configmaps',
  'secrets',
  'services',
  'serviceaccounts',
  'persistentvolumeclaims',
  'deployments.apps',
  'statefulsets.apps',
].join(',');

/** Every declared object of a namespace by name, as text, without what a server assigns. */
export async function declaredObjects(
  kubectl: Kubectl,
  namespace: string,
): Promise<ReadonlyMap<string, string>> {
  const answer = await kubectl(['get', kinds, '--namespace', namespace, '--output=json']);
  const { items } = JSON.parse(answer) as { readonly items: readonly Item[] };
  return new Map(
    items
      .filter(({ metadata }) => metadata.name !== 'kube-root-ca.crt')
      .map((item) => [
        `${item.kind}/${item.metadata.name}`,
        JSON.stringify(declared(item), null, 1),
      ]),
  );
}

/** @throws where an object is missing, was added, or has another field */
export function assertSameObjects(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    if (was === undefined) return [`${name} was not there before`];
    return is === undefined ? [`${name} is missing`] : [`${name}: ${linesThatDiffer(was, is)}`];
  });
  if (differences.length > 0) throw new Error(differences.join('\n'));
}

function linesThatDiffer(was: string, is: string): string {
  const [before, after] = [new Set(was.split('\n')), new Set(is.split('\n'))];
  const gone = [...before].filter((line) => !after.has(line)).map((line) => `-${line}`);
  const come = [...after].filter((line) => !before.has(line)).map((line) => `+${line}`);
  return [...gone, ...come].join(' ');
}

const assigned = new Set([
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'generation',
  'managedFields',
  'finalizers',
  'ownerReferences',
]);

/** Names that Velero and controllers put on objects. */
const byOthers =
  /^(?:velero\.io|backup\.velero\.io|pv\.kubernetes\.io|volume\.kubernetes\.io|volume\.beta\.kubernetes\.io|deployment\.kubernetes\.io|kubectl\.kubernetes\.io)\//;

function declared({ metadata, spec, ...rest }: Item): object {
  const { status: _, ...content } = rest as Record<string, unknown>;
  const own = Object.entries(metadata).filter(([key]) => !assigned.has(key));
  return sorted({
    ...content,
    metadata: Object.fromEntries(own.map(([key, value]) => [key, withoutOthers(key, value)])),
    ...(spec && { spec: declaredSpec(rest.kind, spec) }),
  });
}

function withoutOthers(key: string, value: unknown): unknown {
  if (key !== 'labels' && key !== 'annotations') return value;
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.filter(([name]) => !byOthers.test(name)));
}

/** A restored claim names another volume, and what that was made from. */
function declaredSpec(kind: string, spec: Record<string, unknown>): Record<string, unknown> {
  if (kind !== 'PersistentVolumeClaim') return spec;
  const { volumeName: _, dataSource: __, dataSourceRef: ___, selector: ____, ...own } = spec;
  return own;
}

/** Empty maps are as good as none. */
function sorted(value: object): object {
  const entries = Object.entries(value)
    .map(([key, each]) => [key, isRecord(each) ? sorted(each) : each] as const)
    .filter(([, each]) => !(isRecord(each) && Object.keys(each).length === 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
