import { fromEntries, listAt, objectAt, type PlainObject, textAt } from '../input/plain.ts';
import type { Found } from '../objects/found.ts';
import { type Container, containersWith } from './container.ts';
import { type Claim, claimsOfOperator } from './operator-claims.ts';
import { defaultClass, type Driver, driverOf } from './driver.ts';

type Labels = Readonly<Record<string, string>>;

/** A pod that uses a volume, by the workload that makes it. */
interface User {
  /** Such as `StatefulSet/postgres`. */
  readonly workload: string;
  /** The name that the pod gives the volume. */
  readonly volume: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly images: readonly string[];
  readonly containers: readonly Container[];
  /** Whether its pods are there when a backup is made. */
  readonly runs: 'always' | 'at times' | 'never';
}

/** A claim, or the template of some. */
export interface Volume {
  readonly namespace: string;
  readonly name: string;
  readonly storageClass: string | undefined;
  /** As it is asked for, such as `20Gi`. */
  readonly size: string | undefined;
  readonly driver: Driver | undefined;
  readonly labels: Labels;
  readonly found: Found;
  /** From the object on. */
  readonly at: readonly PropertyKey[];
  readonly users: readonly User[];
  /** An operator makes its pods: their annotations are not known. */
  readonly byOperator: boolean;
}

const withPods: Readonly<Record<string, readonly string[]>> = {
  'apps/Deployment': ['spec', 'template'],
  'extensions/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'v1/Pod': [],
};

export const isWorkload = ({ kind }: Found): boolean => kind in withPods;

/** The pod that a workload makes. */
export const podOf = ({ kind, value }: Found): PlainObject =>
  objectAt(value, ...(withPods[kind] ?? []));

/** The labels by which a workload selects its pods. */
export const selectingLabels = (found: Found): Labels => {
  const selector = textsOf(objectAt(found.value, 'spec', 'selector', 'matchLabels'));
  return Object.keys(selector).length > 0
    ? selector
    : textsOf(objectAt(podOf(found), 'metadata', 'labels'));
};

/**
 * The labels of the claims that an object makes, or is.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates
 */
export const claimLabels = ({ labels, found }: Volume): Labels =>
  found.kind === 'apps/StatefulSet'
    ? { ...labels, ...textsOf(objectAt(found.value, 'spec', 'selector', 'matchLabels')) }
    : labels;

/** All volumes that the objects claim. */
export function volumesIn(objects: readonly Found[]): Volume[] {
  const classes = objects.filter(({ kind }) => kind === 'storage.k8s.io/StorageClass');
  const users = objects.filter(isWorkload).flatMap(usersOf);
  const claims = objects
    .filter(({ kind }) => kind === 'v1/PersistentVolumeClaim')
    .map((found): Claim => ({
      found,
      at: [],
      value: found.value,
      name: found.name,
      byOperator: false,
    }));
  const templates = objects
    .flatMap(templatesOf)
    .filter(
      ({ found, name }) =>
        !claims.some(
          (claim) => claim.found.namespace === found.namespace && madeBy(claim, name, found),
        ),
    );
  return [...claims, ...templates].map(({ found, at: path, value, name, byOperator }) => {
    const namespace = found.namespace ?? 'default';
    const storageClass =
      textAt(value, 'spec', 'storageClassName') ??
      textAt(value, 'storageClassName') ??
      textAt(value, 'storageClass') ??
      defaultClass(classes);
    const driver = driverOf(classes, storageClass);
    return {
      namespace,
      name,
      storageClass,
      size: textAt(value, 'spec', 'resources', 'requests', 'storage') ?? textAt(value, 'size'),
      driver: driver && ofLocal(value, driver),
      labels: textsOf(objectAt(value, 'metadata', 'labels')),
      found,
      at: path,
      byOperator,
      users: users
        .filter(
          (one) =>
            one.namespace === namespace && (one.claim === name || madeByTemplate(one, found, name)),
        )
        .map(({ user }) => user),
    };
  });
}

/** Claims of a live cluster whose StatefulSet is there too: `data-postgres-0` of `data` and `postgres`. */
const madeBy = (claim: Claim, template: string, { name }: Found): boolean =>
  claim.name.startsWith(`${template}-${name}-`) && /-\d+$/.test(claim.name);

const ofLocal = (value: unknown, driver: Driver): Driver =>
  driver.kind.hostPath && textAt(value, 'metadata', 'annotations', 'volumeType') === 'local'
    ? { ...driver, kind: { ...driver.kind, hostPath: false } }
    : driver;

function templatesOf(found: Found): Claim[] {
  if (found.kind === 'apps/StatefulSet') {
    return listAt(found.value, 'spec', 'volumeClaimTemplates').map((value, index) => ({
      found,
      value,
      at: ['spec', 'volumeClaimTemplates', index],
      name: textAt(value, 'metadata', 'name') ?? `template ${index}`,
      byOperator: false,
    }));
  }
  if (
    isWorkload(found) ||
    /^(v1|apps|batch|velero\.io|argoproj\.io|helm\.|kustomize\.)/.test(found.kind)
  )
    return [];
  return claimsOfOperator(found, objectAt(found.value, 'spec'), ['spec']);
}

const runsOf = ({ kind, value }: Found): User['runs'] => {
  if (kind === 'batch/Job' || kind === 'batch/CronJob') return 'at times';
  return textAt(value, 'spec', 'replicas') === '0' ? 'never' : 'always';
};

interface Use {
  readonly namespace: string;
  readonly claim: string | undefined;
  readonly user: User;
  readonly owner: Found;
}

function usersOf(found: Found): Use[] {
  const pod = podOf(found);
  const namespace = found.namespace ?? 'default';
  const images = listAt(pod, 'spec', 'containers').flatMap((one) => textAt(one, 'image') ?? []);
  const user = (volume: string): User => ({
    workload: `${found.kind.split('/').at(-1)}/${found.name}`,
    volume,
    labels: textsOf(objectAt(pod, 'metadata', 'labels')),
    annotations: textsOf(objectAt(pod, 'metadata', 'annotations')),
    images,
    containers: containersWith(pod, volume),
    runs: runsOf(found),
  });
  const named = listAt(pod, 'spec', 'volumes').map((one) => ({
    namespace,
    owner: found,
    claim: textAt(one, 'persistentVolumeClaim', 'claimName'),
    user: user(textAt(one, 'name') ?? ''),
  }));
  const templates = listAt(found.value, 'spec', 'volumeClaimTemplates').map((one) => ({
    namespace,
    owner: found,
    claim: undefined,
    user: user(textAt(one, 'metadata', 'name') ?? ''),
  }));
  return [...named.filter(({ claim }) => claim !== undefined), ...templates];
}

/** Of a StatefulSet: its own template, or in a live cluster the claim that it made of one. */
const madeByTemplate = ({ owner, user, claim }: Use, found: Found, name: string): boolean =>
  claim === undefined &&
  (owner === found
    ? user.volume === name
    : found.kind === 'v1/PersistentVolumeClaim' &&
      name.startsWith(`${user.volume}-${owner.name}-`) &&
      /-\d+$/.test(name));

export const textsOf = (value: PlainObject): Labels => {
  const texts: Record<string, string> = {};
  for (const [key, one] of Object.entries(fromEntries(Object.entries(value)))) {
    const written = textAt(one);
    if (written !== undefined) texts[key] = written;
  }
  return texts;
};
