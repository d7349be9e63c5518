import type { Manifest } from '../apiserver/client.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';

/** What Velero's server needs to run, as rendered but for what only AWS or a node has. */
export interface Installed {
  readonly objects: readonly Manifest[];
  /** The arguments of its container. */
  readonly args: readonly string[];
  /** What differs from what is rendered, a line each. */
  readonly differences: readonly string[];
}

const kinds = new Set([
  'Namespace',
  'ServiceAccount',
  'ClusterRoleBinding',
  'ConfigMap',
  'PriorityClass',
  'BackupStorageLocation',
  'VolumeSnapshotClass',
  'VolumeSnapshotLocation',
  'Schedule',
]);

const applications =
  /\/velero-(?:identity|locations|schedules|server|node-agent)\/(?!daemonset-|service-)/;

/** @param endpoint where the AWS API is */
export function overlaid(environment: string, endpoint: string): Installed {
  const rendered = renderedObjects(environment)
    .filter(({ file }) => applications.test(file))
    .map(({ object }) => object);
  const deployment = rendered.find(({ kind }) => kind === 'Deployment') as Workload | undefined;
  if (!deployment) throw new Error(`${environment} has no Deployment of Velero`);
  const local = { s3Url: endpoint, s3ForcePathStyle: 'true', checksumAlgorithm: '' };
  const objects = rendered
    .filter(({ kind }) => kinds.has(kind))
    .map((object) => (object.kind === 'BackupStorageLocation' ? reachable(object, local) : object));
  return {
    objects: [...objects, stopped(deployment)],
    args: deployment.spec.template.spec.containers[0].args,
    differences: [
      `BackupStorageLocation: s3Url ${endpoint}, path style and no checksums, which moto does not take`,
      'Deployment: no replicas; the server runs as a process of this machine, with the same arguments',
      'Secret velero-repo-credentials: made here, as no operator reads it from AWS',
    ],
  };
}

interface Workload extends Manifest {
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly [{ readonly args: readonly string[] }] };
    };
  };
}

interface Location extends Manifest {
  readonly spec: { readonly config: Readonly<Record<string, string>> };
}

function reachable(object: Manifest, local: Readonly<Record<string, string>>): Manifest {
  const location = object as Location;
  return { ...location, spec: { ...location.spec, config: { ...location.spec.config, ...local } } };
}

/** Velero reads of its own Deployment which image restores volumes. */
const stopped = (deployment: Workload): Manifest => ({
  ...deployment,
  spec: { ...deployment.spec, replicas: 0 },
});
