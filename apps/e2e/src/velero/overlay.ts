import type { Manifest } from '../apiserver/client.ts';
import type { Credentials } from '../aws/clients.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';
import { type Pods, usualRoot } from '../platform/ground/ground.ts';
import { identityVariable } from './identity-variable.ts';

/** What Velero's server needs to run, as rendered but for what only AWS or a node has. */
export interface Installed {
  readonly objects: readonly Manifest[];
  /** The arguments of its container. */
  readonly args: readonly string[];
  /** What differs from what is rendered, a line each. */
  readonly differences: readonly string[];
}

interface Place {
  /** Where S3 is. */
  readonly s3: string;
  /** Where the rest of the AWS API is, for what runs in pods. */
  readonly aws: string;
  /** Whom the AWS API knows them as. */
  readonly sessions: Readonly<Record<'velero' | 'node-agent', Credentials>>;
  readonly pods?: Pods;
  /** Where steps of workflows are told whom AWS knows them as, where Argo runs them. */
  readonly identity?: string;
}

const kinds = new Set([
  'Namespace',
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'ConfigMap',
  'PriorityClass',
  'BackupStorageLocation',
  'VolumeSnapshotClass',
  'VolumeSnapshotLocation',
  'Schedule',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
]);

const workflowKinds = new Set(['WorkflowTemplate', 'CronWorkflow']);

const server =
  /\/velero-(?:identity|locations|schedules|server|node-agent)\/(?!daemonset-|service-)/;
const everything = /\/velero-(?:identity|locations|schedules|server|node-agent|guard|workflows)\//;

const impatience = '--item-operation-sync-frequency=1s';

/** With a node, all that Velero and its runbooks are; without one, the server alone. */
export function overlaid(environment: string, place: Place): Installed {
  const { s3, aws, sessions, pods, identity } = place;
  const applications = pods ? everything : server;
  const rendered = renderedObjects(environment)
    .filter(({ file }) => applications.test(file))
    .map(({ object }) => object);
  const named = (kind: string): Workload => {
    const found = rendered.find((object) => object.kind === kind);
    if (!found) throw new Error(`${environment} has no ${kind} of Velero`);
    return found as Workload;
  };
  const deployment = named('Deployment');
  const local = { s3Url: s3, s3ForcePathStyle: 'true', checksumAlgorithm: '' };
  const objects = rendered
    .filter(({ kind }) => kinds.has(kind) || (identity && workflowKinds.has(kind)))
    .map((object) => (object.kind === 'BackupStorageLocation' ? reachable(object, local) : object))
    .map((object) => (identity ? knowing(object, aws, identity) : object))
    .map((object) => (pods ? snapshotBy(object, pods.driver) : object));
  return {
    objects: [
      ...objects,
      stopped(reaching(deployment, aws, sessions.velero)),
      ...(pods
        ? [onNode(reaching(named('DaemonSet'), aws, sessions['node-agent']), pods.kubeletRoot)]
        : []),
    ],
    args: [...deployment.spec.template.spec.containers[0].args, impatience],
    differences: [
      `BackupStorageLocation: s3Url ${s3}, path style and no checksums, which moto does not take`,
      'Deployment velero: no replicas; the server runs as a process of this machine, with the same arguments',
      `Velero: ${impatience}, as it asks every ten seconds how volumes are getting on`,
      `Deployment velero and DaemonSet node-agent: AWS at ${aws}, and keys of a session in the place of a cloud identity`,
      ...(identity
        ? [
            "Argo's definitions, where there are none: those without the fields of a workflow, which are large",
            `WorkflowTemplates: steps find AWS at ${aws}, and are told at ${identity} whom it knows them as`,
          ]
        : []),
      'Secret velero-repo-credentials: made here, as no operator reads it from AWS',
      ...(pods ? differencesOf(pods, rendered) : []),
    ],
  };
}

interface SnapshotClass extends Manifest {
  readonly driver: string;
}

/** The driver of volumes of the declared storage class makes their snapshots. */
const snapshotBy = (object: Manifest, driver: string): Manifest =>
  object.kind === 'VolumeSnapshotClass' ? { ...object, driver } : object;

function differencesOf({ kubeletRoot, driver }: Pods, rendered: readonly Manifest[]): string[] {
  const classes = rendered.filter(({ kind }) => kind === 'VolumeSnapshotClass') as SnapshotClass[];
  return [
    ...(kubeletRoot === usualRoot
      ? []
      : [`DaemonSet node-agent: the kubelet's folder is ${kubeletRoot}`]),
    ...(classes.every((each) => each.driver === driver)
      ? []
      : [`VolumeSnapshotClass: the driver is ${driver}, as that of the storage class is`]),
  ];
}

interface Steps extends Manifest {
  readonly spec: { readonly templates: readonly { readonly script?: Pick<Container, 'env'> }[] };
}

/** Scripts of a WorkflowTemplate find AWS. */
function knowing(object: Manifest, aws: string, identity: string): Manifest {
  if (object.kind !== 'WorkflowTemplate') return object;
  const { spec } = object as Steps;
  const added = variablesOf({ ...placeVariables(aws), [identityVariable]: identity });
  const templates = spec.templates.map(({ script, ...template }) =>
    script ? { ...template, script: { ...script, env: [...script.env, ...added] } } : template,
  );
  return { ...object, spec: { ...spec, templates } };
}

interface Workload extends Manifest {
  readonly spec: {
    readonly template: {
      readonly spec: {
        readonly containers: readonly [Container];
        readonly volumes: readonly Volume[];
      };
    };
  };
}

interface Container {
  readonly args: readonly string[];
  readonly env: readonly object[];
}

interface Volume {
  readonly name: string;
  readonly hostPath?: { readonly path: string };
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

/** Where programs of AWS find it. */
const placeVariables = (endpoint: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** What programs of AWS are told by the environment. */
export const awsVariables = (
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
): Record<string, string> => ({
  ...placeVariables(endpoint),
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
});

const variablesOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

function reaching(workload: Workload, aws: string, session: Credentials): Workload {
  const added = variablesOf(awsVariables(aws, session));
  const { template } = workload.spec;
  const [container, ...others] = template.spec.containers;
  const containers = [{ ...container, env: [...container.env, ...added] }, ...others] as const;
  return withPods(workload, { ...template.spec, containers: [...containers] });
}

function onNode(daemonSet: Workload, root: string): Workload {
  const { spec } = daemonSet.spec.template;
  const volumes = spec.volumes.map((volume) =>
    volume.hostPath
      ? {
          ...volume,
          hostPath: {
            ...volume.hostPath,
            path: volume.hostPath.path.replace(usualRoot, root),
          },
        }
      : volume,
  );
  return withPods(daemonSet, { ...spec, volumes });
}

const withPods = (workload: Workload, spec: Workload['spec']['template']['spec']): Workload => ({
  ...workload,
  spec: { ...workload.spec, template: { ...workload.spec.template, spec } },
});
