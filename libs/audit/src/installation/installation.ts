import type { Gathered } from '../gathered.ts';
import { objectAt, textAt } from '../input/plain.ts';
import type { NotRead, Place } from '../input/source-file.ts';
import type { Found } from '../objects/found.ts';
import type { Release } from '../releases/release.ts';
import { regionsOf } from './driver.ts';
import {
  type Location,
  locationOf,
  type SnapshotLocation,
  snapshotLocationOf,
} from './location.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { environmentOf, nodeAgentsIn, type Server, serversIn } from './server.ts';
import { isWorkload, selectingLabels, textsOf, type Volume, volumesIn } from './volume.ts';

/** A namespace, and what is known to be in it. */
export interface Namespace {
  readonly name: string;
  readonly volumes: readonly Volume[];
  /** Such as `Deployment/web`. */
  readonly workloads: readonly string[];
  /** The labels that select the pods of a workload, by the workload. */
  readonly podLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Charts whose objects are not in the files: they may claim volumes. */
  readonly charts: readonly string[];
  /** Known only by a schedule that names it. */
  readonly onlyNamed: boolean;
  /** Where it, or the first thing that is in it, is written. */
  readonly place: Place | undefined;
  /** Of each object in it that is known. */
  readonly labels: readonly Readonly<Record<string, string>>[];
}

/** An installation of Velero, as far as the files describe it. */
export interface Installation {
  readonly objects: readonly Found[];
  readonly releases: readonly Release[];
  readonly servers: readonly Server[];
  readonly server: Server | undefined;
  readonly nodeAgents: readonly Found[];
  readonly locations: readonly Location[];
  readonly snapshotLocations: readonly SnapshotLocation[];
  readonly schedules: readonly Schedule[];
  /** Schedules that values disable, so that the chart does not make them. */
  readonly disabled: readonly Found[];
  readonly namespaces: readonly Namespace[];
  /** Of the cluster, in its cloud; undefined where nothing says so. */
  readonly region: string | undefined;
  readonly snapshotClasses: readonly Found[];
  readonly notRead: readonly NotRead[];
  /** They are judged where they run, and not in files. */
  readonly isLive: boolean;
}

export function installationOf(
  { objects, velero, others, notRead }: Gathered,
  isLive: boolean,
): Installation {
  const ofKind = (kind: string): Found[] => unique(objects.filter((one) => one.kind === kind));
  const servers = serversIn(objects);
  const schedules = ofKind('velero.io/Schedule').map(scheduleOf);
  const namespaces = namespacesOf(objects, { others, schedules });
  const names = new Set(namespaces.map(({ name }) => name));
  const snapshotLocations = ofKind('velero.io/VolumeSnapshotLocation').map(snapshotLocationOf);
  return {
    objects,
    releases: velero,
    servers,
    server: servers[0],
    nodeAgents: nodeAgentsIn(objects),
    locations: ofKind('velero.io/BackupStorageLocation').map((one) => locationOf(one, names)),
    snapshotLocations,
    schedules,
    disabled: ofKind('chart/DisabledSchedule'),
    namespaces,
    region: regionOf(objects, { servers, snapshotLocations }),
    snapshotClasses: ofKind('snapshot.storage.k8s.io/VolumeSnapshotClass'),
    notRead,
    isLive,
  };
}

/** An object that several files hold counts once. */
const unique = (found: readonly Found[]): Found[] =>
  [
    ...new Map(
      found
        .toReversed()
        .map((one) => [`${one.namespace ?? ''}/${one.name}/${JSON.stringify(one.value)}`, one]),
    ).values(),
  ].toReversed();

interface Around {
  readonly others: readonly Release[];
  readonly schedules: readonly Schedule[];
}

/** Kinds that lead to a namespace, and are not in it themselves. */
const aside =
  /^(argoproj\.io|kustomize\.toolkit\.fluxcd\.io|source\.toolkit\.fluxcd\.io|helm\.toolkit\.fluxcd\.io|helm\.fluxcd\.io|helm\.cattle\.io|chart|rbac\.authorization\.k8s\.io)\//;
const clusterWide =
  /\/(StorageClass|VolumeSnapshotClass|PersistentVolume|Node|CustomResourceDefinition|ClusterRole|ClusterRoleBinding|Namespace|ClusterIssuer|IngressClass|PriorityClass|ValidatingWebhookConfiguration|MutatingWebhookConfiguration|APIService|VolumeSnapshotContent|ClusterSecretStore|ClusterConfig|Kustomization|Component)$/;

function namespacesOf(objects: readonly Found[], { others, schedules }: Around): Namespace[] {
  const inside = objects.filter(({ kind }) => !aside.test(kind) && !clusterWide.test(kind));
  const volumes = volumesIn(
    inside.concat(objects.filter(({ kind }) => kind === 'storage.k8s.io/StorageClass')),
  );
  const declared = objects.filter(({ kind }) => kind === 'v1/Namespace').map(({ name }) => name);
  const used = inside.map(({ namespace }) => namespace ?? 'default');
  const installed = others.flatMap(({ namespace }) => namespace ?? []);
  const known = new Set([...declared, ...used, ...installed]);
  const named = schedules
    .flatMap(({ template: { includedNamespaces = [] } }) => includedNamespaces)
    .filter((name) => !/[*?[\]{}$]/.test(name) && name !== '' && !known.has(name));
  return [...known, ...new Set(named)]
    .filter((name) => !/[${]/.test(name))
    .toSorted()
    .map((name) => ({
      name,
      volumes: volumes.filter(({ namespace }) => namespace === name),
      ...workloadsOf(inside, name),
      charts: [
        ...new Set(
          others.filter(({ namespace }) => namespace === name).map((one) => one.chart ?? one.name),
        ),
      ],
      onlyNamed: !known.has(name),
      place: placeOf(name, { objects, inside, others, schedules }),
      labels: inside
        .filter((one) => (one.namespace ?? 'default') === name)
        .map(({ value }) => textsOf(objectAt(value, 'metadata', 'labels'))),
    }));
}

function workloadsOf(
  objects: readonly Found[],
  namespace: string,
): Pick<Namespace, 'workloads' | 'podLabels'> {
  const own = objects
    .filter((one) => isWorkload(one) && (one.namespace ?? 'default') === namespace)
    .map((one) => [`${one.kind.split('/').at(-1)}/${one.name}`, selectingLabels(one)] as const);
  return { workloads: own.map(([name]) => name), podLabels: Object.fromEntries(own) };
}

interface Mentions extends Around {
  readonly objects: readonly Found[];
  readonly inside: readonly Found[];
}

function placeOf(
  name: string,
  { objects, inside, others, schedules }: Mentions,
): Place | undefined {
  const found =
    objects.find((one) => one.kind === 'v1/Namespace' && one.name === name) ??
    inside.find((one) => (one.namespace ?? 'default') === name);
  const named = schedules.find(({ template }) => template.includedNamespaces?.includes(name));
  return (
    found?.placeAt([]) ??
    others.find(({ namespace }) => namespace === name)?.place ??
    named?.found.placeAt(['spec', 'template', 'includedNamespaces'])
  );
}

interface Sources {
  readonly servers: readonly Server[];
  readonly snapshotLocations: readonly SnapshotLocation[];
}

/** Snapshots are taken in the region of the volumes; nodes, classes and the server may name it, too. */
function regionOf(
  objects: readonly Found[],
  { servers, snapshotLocations }: Sources,
): string | undefined {
  const nodes = objects
    .filter(({ kind }) => kind === 'v1/Node' || kind === 'v1/PersistentVolume')
    .map(({ value }) =>
      textAt(objectAt(value, 'metadata', 'labels'), 'topology.kubernetes.io/region'),
    );
  const config = objects
    .filter(({ kind }) => kind === 'eksctl.io/ClusterConfig')
    .map(({ value }) => textAt(value, 'metadata', 'region'));
  const variables = servers.flatMap((one) => [
    environmentOf(one, 'AWS_REGION'),
    environmentOf(one, 'AWS_DEFAULT_REGION'),
  ]);
  const classes = regionsOf(objects.filter(({ kind }) => kind === 'storage.k8s.io/StorageClass'));
  return [
    ...nodes,
    ...config,
    ...snapshotLocations.filter(({ provider }) => provider === 'aws').map(({ region }) => region),
    ...variables,
    ...classes,
  ].find((one) => one !== undefined && one !== '' && !one.includes('$'));
}

/** Everything that holds the password of the repositories, whatever makes the Secret. */
export function passwordSources({ objects, server }: Installation): Found[] {
  const names = new Set([
    repositorySecret,
    ...((server?.minor ?? newName) < newName ? [oldSecret] : []),
  ]);
  return objects.filter(
    ({ kind, name, value }) =>
      secrets.test(kind) &&
      [
        name,
        textAt(value, 'spec', 'target', 'name'),
        textAt(value, 'spec', 'destination', 'name'),
      ].some((one) => one !== undefined && names.has(one)),
  );
}

const secrets =
  /\/(Secret|SealedSecret|ExternalSecret|SopsSecret|VaultStaticSecret|OnePasswordItem|InfisicalSecret|BitwardenSecret)$/;

const repositorySecret = 'velero-repo-credentials';
/** Its name in Velero before 1.10. */
const oldSecret = 'velero-restic-credentials';
const newName = 10;
