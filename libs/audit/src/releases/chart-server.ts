import {
  at,
  isObject,
  isTrue,
  listAt,
  objectAt,
  type PlainObject,
  textAt,
} from '../input/plain.ts';
import { parseChartVersion, veleroMinorOf } from './chart-version.ts';
import { readDocuments } from '../input/documents.ts';
import type { Release } from './release.ts';

type Flag = readonly [key: string, flag: string];

/** Values that become flags of the server, by all names that they have had. */
const valued: readonly Flag[] = [
  ['uploaderType', 'uploader-type'],
  ['features', 'features'],
  ['defaultBackupTTL', 'default-backup-ttl'],
  ['defaultSnapshotMoveData', 'default-snapshot-move-data'],
  ['defaultBackupStorageLocation', 'default-backup-storage-location'],
  ['defaultVolumeSnapshotLocations', 'default-volume-snapshot-locations'],
  ['garbageCollectionFrequency', 'garbage-collection-frequency'],
  ['fsBackupTimeout', 'fs-backup-timeout'],
];

const switches: readonly Flag[] = [
  ['defaultVolumesToFsBackup', 'default-volumes-to-fs-backup'],
  ['defaultVolumesToRestic', 'default-volumes-to-restic'],
  ['restoreOnlyMode', 'restore-only'],
];

/** The Deployment of the server that the chart makes, as far as it is judged. */
export function serverOf({ values: { value }, version }: Release): object {
  const configuration = objectAt(value, 'configuration');
  const args = [
    'server',
    ...valued.flatMap(([key, flag]) => {
      const set = textAt(configuration, key);
      return set === undefined || set === '' ? [] : [`--${flag}=${set}`];
    }),
    ...switches.flatMap(([key, flag]) => (isTrue(configuration, key) ? [`--${flag}`] : [])),
    ...listAt(configuration, 'extraArgs').map(String),
  ];
  return workload('Deployment', 'velero', {
    args,
    command: ['/velero'],
    image: imageOf(value, version),
    initContainers: pluginsOf(value),
    annotations: objectAt(value, 'podAnnotations'),
    env: variablesOf(configuration),
  });
}

/** A list of variables; in old versions of the chart a map of them. */
function variablesOf(configuration: PlainObject): readonly unknown[] {
  const variables = configuration['extraEnvVars'];
  return Array.isArray(variables)
    ? variables
    : Object.entries(objectAt(variables)).map(([name, set]) => ({ name, value: textAt(set) }));
}

/** The DaemonSet that copies files. */
export const nodeAgentOf = ({ values: { value }, version }: Release, name: string): object =>
  workload('DaemonSet', name, {
    args: name === 'restic' ? ['restic', 'server'] : ['node-agent', 'server'],
    command: ['/velero'],
    image: imageOf(value, version),
    initContainers: [],
    annotations: {},
    tolerations: listAt(value, name === 'restic' ? 'restic' : 'nodeAgent', 'tolerations'),
  });

interface Pod {
  readonly args: readonly string[];
  readonly command: readonly string[];
  readonly image: string;
  readonly initContainers: readonly unknown[];
  readonly annotations: object;
  readonly env?: readonly unknown[];
  readonly tolerations?: readonly unknown[];
}

const workload = (
  kind: string,
  name: string,
  { args, command, image, initContainers, annotations, env = [], tolerations = [] }: Pod,
): object => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    template: {
      metadata: { annotations },
      spec: { initContainers, containers: [{ name, image, command, args, env }], tolerations },
    },
  },
});

function imageOf(value: unknown, version: string | undefined): string {
  const repository = textAt(value, 'image', 'repository') ?? 'velero/velero';
  const digest = textAt(value, 'image', 'digest');
  const tag = textAt(value, 'image', 'tag');
  if (tag) return `${repository}:${tag}`;
  const minor = veleroMinorOf(parseChartVersion(version));
  if (digest) return `${repository}@${digest}`;
  return minor === undefined ? repository : `${repository}:v1.${minor}`;
}

/** A list, or the text of one. */
function pluginsOf(value: unknown): readonly unknown[] {
  const containers = at(value, ['initContainers']);
  if (Array.isArray(containers)) return containers.filter(isObject);
  if (typeof containers !== 'string') return [];
  const [document] = readDocuments({ path: 'initContainers', text: containers }).documents;
  return listAt(document?.value).filter(isObject);
}
