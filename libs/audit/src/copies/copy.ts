import { listAt, objectAt, textAt } from '../input/plain.ts';
import type { Installation } from '../installation/installation.ts';
import type { Schedule } from '../installation/schedule.ts';
import type { Volume } from '../installation/volume.ts';
import { takesResource } from './covers.ts';
import { matchesAny, selectorsOf } from './selector.ts';
import { policyFor } from './volume-policy.ts';

/** How a backup holds a volume. */
export type Method =
  /** A snapshot by the plugin of a cloud. */
  | 'snapshot'
  | 'csi-snapshot'
  /** A snapshot that is copied to the bucket. */
  | 'data-mover'
  /** Files that the node-agent, or restic, copies to the bucket. */
  | 'file-system';

/** How a schedule copies a volume; or why it does not, or why that is not known. */
export type Copy =
  | { readonly method: Method; readonly assumes: string | undefined }
  | { readonly none: string }
  | { readonly unknown: string };

const made = (method: Method, assumes?: string): Copy => ({ method, assumes });

/** How the backups of a schedule that covers the namespace hold one of its volumes. */
export function copyOf(schedule: Schedule, volume: Volume, installation: Installation): Copy {
  const { template, name } = schedule;
  if (!takesResource(template, 'persistentvolumeclaims')) {
    return { none: `schedule ${name} leaves out PersistentVolumeClaims` };
  }
  if (volume.labels['velero.io/exclude-from-backup'] === 'true') {
    return { none: 'its label velero.io/exclude-from-backup leaves it out' };
  }
  const selectors = selectorsOf(template);
  const isSelected =
    matchesAny(selectors, volume.labels) ||
    volume.users.some(({ labels }) => matchesAny(selectors, labels));
  if (!isSelected) {
    return volume.byOperator
      ? { unknown: `an operator labels it, and schedule ${name} selects by labels` }
      : { none: `schedule ${name} selects by labels that it does not have` };
  }
  const policy = policyFor(schedule, volume, installation);
  if (policy && 'unknown' in policy) return policy;
  if (policy?.action === 'skip') return { none: 'a volume policy skips it' };
  const byFiles =
    policy?.action === 'fs-backup' ||
    (policy === undefined && filesAreAsked(schedule, volume, installation));
  return byFiles
    ? copyOfFiles(schedule, volume, installation)
    : snapshotOf(schedule, volume, installation);
}

const backupVolumes = 'backup.velero.io/backup-volumes';

/** By the annotation of a pod that names the volume, or by default unless an annotation excludes it. */
function filesAreAsked({ template }: Schedule, volume: Volume, { server }: Installation): boolean {
  const byDefault =
    template.defaultVolumesToFsBackup ??
    template.defaultVolumesToRestic ??
    server?.defaultVolumesToFsBackup ??
    false;
  const named = (annotation: string): boolean =>
    volume.users.some(({ annotations, volume: name }) =>
      (annotations[annotation] ?? '')
        .split(',')
        .map((one) => one.trim())
        .includes(name),
    );
  return byDefault
    ? !named(`${backupVolumes}-excludes`) && isMounted(volume)
    : named(backupVolumes);
}

/** A pod of a workload in the files, of an operator, or of a chart. */
const isMounted = ({ users, byOperator, found }: Volume): boolean =>
  byOperator ||
  users.some(({ labels }) => labels['velero.io/exclude-from-backup'] !== 'true') ||
  (users.length === 0 && found.kind === 'v1/PersistentVolumeClaim');

/** Files are copied through a pod that runs; undefined where one does. */
function withoutPod({ users }: Volume): Copy | undefined {
  if (users.length === 0 || users.some(({ runs }) => runs === 'always')) return undefined;
  return users.some(({ runs }) => runs === 'at times')
    ? { unknown: 'only pods of jobs mount it: its files are copied if one runs at that time' }
    : { none: 'its workloads have no pods (replicas: 0), through which files are copied' };
}

/** @see https://velero.io/docs/v1.18/file-system-backup/#limitations */
function copyOfFiles(
  { template, name }: Schedule,
  volume: Volume,
  { server, nodeAgents, isLive }: Installation,
): Copy {
  if (!takesResource(template, 'pods'))
    return { none: `schedule ${name} leaves out pods, by which files are copied` };
  const { driver } = volume;
  if (driver?.kind.hostPath) {
    return {
      none: `its driver ${driver.name} makes hostPath volumes, whose files Velero does not copy`,
    };
  }
  const without = withoutPod(volume);
  if (without) return without;
  if (nodeAgents.length > 0) return made('file-system');
  if (server !== undefined || isLive)
    return { none: 'its files should be copied, and no node-agent is deployed' };
  return made('file-system', 'that the node-agent is deployed, which is not in these files');
}

function snapshotOf(schedule: Schedule, volume: Volume, installation: Installation): Copy {
  const { template, name } = schedule;
  if (template.snapshotVolumes === false)
    return { none: `schedule ${name} has snapshotVolumes: false, and does not copy its files` };
  const { server, snapshotLocations, isLive } = installation;
  const isCsi = csiWorks(installation);
  const kind = volume.driver?.kind;
  if (isCsi && (kind?.csi ?? true)) return csiSnapshotOf(schedule, volume, installation);
  if (!takesResource(template, 'persistentvolumes'))
    return { none: `schedule ${name} leaves out PersistentVolumes, of which snapshots are taken` };
  const fitting = snapshotLocations.find(({ provider = '' }) =>
    kind?.native === undefined ? kind === undefined : provider.includes(kind.native),
  );
  if (fitting)
    return made(
      'snapshot',
      kind ? undefined : `that ${fitting.provider ?? 'its plugin'} makes its volume`,
    );
  if (kind && !kind.csi && kind.native === undefined) {
    return {
      none: `no snapshots are taken of volumes of ${volume.driver?.name}, and its files are not copied`,
    };
  }
  if (server === undefined && !isLive)
    return { unknown: 'the server of Velero is not in these files' };
  const without = isCsi
    ? 'no VolumeSnapshotLocation is of its driver'
    : 'CSI snapshots are off (--features=EnableCSI) and no VolumeSnapshotLocation is of its driver';
  return { none: `${without}, and its files are not copied` };
}

/** The CSI plugin is a part of Velero from this minor on; the feature flag is needed still. */
export const csiBuiltIn = 14;

/** Whether the server takes snapshots by CSI at all. */
const csiWorks = ({ server }: Installation): boolean =>
  server !== undefined &&
  server.csi &&
  ((server.minor ?? csiBuiltIn) >= csiBuiltIn ||
    server.plugins.some((image) => image.includes('plugin-for-csi')));

function csiSnapshotOf(schedule: Schedule, volume: Volume, installation: Installation): Copy {
  const { server, nodeAgents, snapshotClasses, isLive } = installation;
  const known = classFor(schedule, volume, installation);
  if (!known && (isLive || snapshotClasses.length > 0)) {
    return {
      none: `no VolumeSnapshotClass of ${volume.driver?.name ?? 'its driver'} is for Velero`,
    };
  }
  const assumes = known
    ? undefined
    : `a VolumeSnapshotClass of ${volume.driver?.name ?? 'its driver'}, which is not in these files`;
  const moves = schedule.template.snapshotMoveData ?? server?.defaultSnapshotMoveData ?? false;
  if (!moves) return made('csi-snapshot', assumes);
  if (nodeAgents.length === 0)
    return { none: 'its snapshot should be copied to the bucket, and no node-agent is deployed' };
  return made('data-mover', assumes);
}

const classLabel = 'velero.io/csi-volumesnapshot-class';

/** @see https://velero.io/docs/v1.18/csi/#implementation-choices */
function classFor(
  { found }: Schedule,
  { driver, found: claim }: Volume,
  { snapshotClasses }: Installation,
): boolean {
  const ofDriver = snapshotClasses.filter(
    ({ value }) =>
      driver === undefined || driver.guessed || textAt(value, 'driver') === driver.name,
  );
  const marked = ofDriver.some(
    ({ value }) =>
      textAt(value, 'metadata', 'labels', classLabel) === 'true' ||
      textAt(
        value,
        'metadata',
        'annotations',
        'snapshot.storage.kubernetes.io/is-default-class',
      ) === 'true',
  );
  const annotations = [found, claim].flatMap(({ value }) =>
    Object.keys(objectAt(value, 'metadata', 'annotations')),
  );
  return marked || ofDriver.length === 1 || annotations.some((one) => one.startsWith(classLabel));
}

export const hooksIn = ({ template }: Schedule): boolean =>
  listAt(template.hooks, 'resources').length > 0;
