import { at, isObject, listAt, objectAt, textAt } from '../input/plain.ts';
import type { Found } from '../objects/found.ts';
import { goDurationSeconds } from './go-duration.ts';

/** The server of Velero, by the Deployment that runs it. */
export interface Server {
  readonly found: Found;
  readonly namespace: string;
  readonly image: string;
  /** Such as 1.16.0 or 1.16; undefined where no tag says so. */
  readonly version: string | undefined;
  readonly minor: number | undefined;
  readonly plugins: readonly string[];
  readonly csi: boolean;
  readonly uploader: string | undefined;
  readonly defaultVolumesToFsBackup: boolean;
  readonly defaultSnapshotMoveData: boolean;
  /** Seconds. */
  readonly defaultTtl: number;
  readonly defaultLocation: string | undefined;
  readonly restoreOnly: boolean;
}

/** 30 days. */
const ttlOfVelero = 720 * 3600;

export function serversIn(objects: readonly Found[]): Server[] {
  return objects
    .filter(({ kind }) => /^(apps|extensions)\/Deployment$/.test(kind))
    .filter(isServer)
    .map(serverOf);
}

/** The DaemonSets that copy files. */
export const nodeAgentsIn = (objects: readonly Found[]): Found[] =>
  objects
    .filter(({ kind }) => /^(apps|extensions)\/DaemonSet$/.test(kind))
    .filter((found) => {
      const { image, args } = containerOf(found);
      return (
        isVelero(image) &&
        (args.includes('node-agent') ||
          args.includes('restic') ||
          /restic|node-agent/.test(found.name))
      );
    });

const isVelero = (image: string): boolean =>
  /(^|\/)velero(-\w+)*([:@]|$)/.test(image) && !image.includes('plugin');

function isServer(found: Found): boolean {
  const { image, args } = containerOf(found);
  return (
    (isVelero(image) && args.includes('server')) || (found.name === 'velero' && isVelero(image))
  );
}

function containerOf({ value }: Found): {
  readonly image: string;
  readonly args: readonly string[];
} {
  const pod = objectAt(value, 'spec', 'template', 'spec');
  const containers = listAt(pod, 'containers').filter(isObject);
  const main = containers.find((one) => isVelero(textAt(one, 'image') ?? '')) ?? containers[0];
  return {
    image: textAt(main, 'image') ?? '',
    args: [...listAt(main, 'command'), ...listAt(main, 'args')].map(String),
  };
}

function serverOf(found: Found): Server {
  const { image, args } = containerOf(found);
  const flag = (name: string): string | undefined => valueOf(args, name);
  const [, version] = /:v?(1\.\d+(?:\.\d+)?)/.exec(image) ?? [];
  return {
    found,
    namespace: flag('namespace') ?? found.namespace ?? 'velero',
    image,
    version,
    minor: version === undefined ? undefined : Number(version.split('.')[1]),
    plugins: listAt(found.value, 'spec', 'template', 'spec', 'initContainers').flatMap(
      (one) => textAt(one, 'image') ?? [],
    ),
    csi: (flag('features') ?? '').split(',').includes('EnableCSI'),
    uploader: flag('uploader-type'),
    defaultVolumesToFsBackup:
      isOn(flag('default-volumes-to-fs-backup')) || isOn(flag('default-volumes-to-restic')),
    defaultSnapshotMoveData: isOn(flag('default-snapshot-move-data')),
    defaultTtl: goDurationSeconds(flag('default-backup-ttl') ?? '') ?? ttlOfVelero,
    defaultLocation: flag('default-backup-storage-location'),
    restoreOnly: isOn(flag('restore-only')),
  };
}

const isOn = (value: string | undefined): boolean => value === 'true';

/** `--name=value`, `--name value`, or `--name` alone, which is true. */
function valueOf(args: readonly string[], name: string): string | undefined {
  const index = args.findLastIndex((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  const arg = args[index];
  if (arg === undefined) return undefined;
  if (arg.includes('=')) return arg.slice(arg.indexOf('=') + 1);
  const next = args[index + 1];
  return next === undefined || next.startsWith('-') ? 'true' : next;
}

/** Names of environment variables of the server's container, with their values. */
export const environmentOf = ({ found }: Server, name: string): string | undefined =>
  listAt(found.value, 'spec', 'template', 'spec', 'containers')
    .flatMap((container) => listAt(container, 'env'))
    .filter((one) => at(one, ['name']) === name)
    .map((one) => textAt(one, 'value'))[0];
