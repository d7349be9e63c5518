import type { Kubectl } from '../kubernetes/kubectl.ts';
import { type BackupFile, download } from '../velero/download.ts';
import { inVelero } from '../velero/velero-namespace.ts';

/** A file of the bundle, and where it comes from. */
export interface Part {
  readonly path: string;
  readonly content: () => Promise<string>;
}

/**
 * Kinds without anything secret in them. A DownloadRequest holds an address that opens the bucket, so
 * it is not among them; a location names its secret and does not hold it.
 */
const kinds = [
  'backups.velero.io',
  'backupstoragelocations.velero.io',
  'volumesnapshotlocations.velero.io',
  'backuprepositories.velero.io',
  'schedules.velero.io',
  'restores.velero.io',
  'datauploads.velero.io',
  'datadownloads.velero.io',
  'podvolumebackups.velero.io',
  'podvolumerestores.velero.io',
  'events',
];

const files: readonly BackupFile['kind'][] = [
  'BackupLog',
  'BackupResults',
  'BackupResourceList',
  'BackupVolumeInfos',
];

/** Velero's server and the node-agents, as they are rendered. */
const selector = ['--selector', 'app.kubernetes.io/name=velero'] as const;

interface Pod {
  readonly metadata: { readonly name: string; readonly labels?: object };
  readonly spec?: { readonly nodeName?: string };
  readonly status?: object;
}

export const objectParts = (kubectl: Kubectl): Part[] =>
  kinds.map((kind) => ({
    path: `objects/${kind}.json`,
    content: () => kubectl.text(['get', kind, ...inVelero, '--output', 'json']),
  }));

export const fileParts = (kubectl: Kubectl, backup: string): Part[] =>
  files.map((kind) => ({
    path: `backup/${kind}.${kind === 'BackupLog' ? 'log' : 'json'}`,
    content: () => download(kubectl, { kind, backup }),
  }));

/** The state and the logs of each pod; what is in its environment stays where it is. */
export async function podParts(kubectl: Kubectl, since: string): Promise<Part[]> {
  const words = ['get', 'pods', ...inVelero, ...selector];
  const found = await kubectl.json<{ readonly items: readonly Pod[] }>(words);
  const pods = found?.items ?? [];
  const states = pods.map(({ metadata: { name, labels }, spec, status }) => ({
    name,
    labels,
    node: spec?.nodeName,
    status,
  }));
  return [
    { path: 'pods.json', content: () => Promise.resolve(`${JSON.stringify(states, null, 2)}\n`) },
    ...pods.map(({ metadata: { name } }) => ({
      path: `logs/${name}.log`,
      content: () =>
        kubectl.text(['logs', name, ...inVelero, '--all-containers', '--since', since]),
    })),
  ];
}
