import { gib, mib } from '@resilience/config';
import type { Bytes } from '@resilience/config/bytes';

import type { FoundVolume } from './audited.ts';
import { contentOf } from './content-of.ts';
import { asFound } from './kept.ts';

/** A claim, and the namespace that it is in. */
interface Claim {
  readonly namespace: string;
  readonly volume: FoundVolume;
}

export const keptVolume = ({ namespace, volume }: Claim): object => ({
  size: sizeOf(volume),
  content: contentOf(volume),
  claimLabels: ownLabels({ namespace, volume }),
  backup: backupOf(volume),
});

function backupOf(volume: FoundVolume): object {
  const { copies, notCopied } = volume;
  if (copies.length === 0 && notCopied.length > 0) {
    return { method: 'skip', reason: asFound(notCopied.join('; ')) };
  }
  return { method: isByFiles(volume) ? 'file-system' : 'snapshot' };
}

const isByFiles = ({ copies }: FoundVolume): boolean =>
  copies.length > 0 && copies.every(({ method }) => method === 'file-system');

const assumedSize = gib(10);

const units: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/** As it was found, or as it is assumed. */
export const sizeOf = (volume: FoundVolume): Bytes => writtenSize(volume) ?? assumedSize;

/** A quantity of Kubernetes, such as `20Gi`, in whole MiB. */
function writtenSize({ size = '' }: FoundVolume): Bytes | undefined {
  const [, count = '', unit = ''] = /^(\d+(?:\.\d+)?)([kMGT]i?|Ki)?$/.exec(size.trim()) ?? [];
  const bytes = Number(count) * (units[unit] ?? 0);
  return count !== '' && bytes > 0 ? mib(Math.ceil(bytes / mib(1).bytes)) : undefined;
}

/** Labels that change with each release of a chart select a claim only until the next. */
const passing = new Set(['helm.sh/chart', 'app.kubernetes.io/version', 'pod-template-hash']);

/** The labels of a claim, or those that it has to be given. */
export const ownLabels = ({ namespace, volume }: Claim): Readonly<Record<string, string>> =>
  lastingLabels(volume) ?? givenLabels(namespace, volume);

/** Undefined where a claim has none that selects it. */
function lastingLabels({ labels }: FoundVolume): Readonly<Record<string, string>> | undefined {
  const kept = Object.entries(labels).filter(([key, value]) => !passing.has(key) && value !== '');
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

const givenLabels = (namespace: string, { name }: FoundVolume): Record<string, string> => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/part-of': namespace,
});

/** What is assumed of a volume, and has to be looked at. */
export function notesOfVolume({ namespace, volume }: Claim): string[] {
  const { name, copies, notCopied, database } = volume;
  const labels = Object.entries(givenLabels(namespace, volume)).map(
    ([key, one]) => `${key}=${one}`,
  );
  return [
    ...(lastingLabels(volume) === undefined
      ? [
          `Claim ${namespace}/${name} has no labels to select it by. Before the first backup: kubectl label persistentvolumeclaim ${name} --namespace ${namespace} ${labels.join(' ')}`,
        ]
      : []),
    ...(writtenSize(volume) === undefined
      ? [`The size of ${namespace}/${name} was not found: 10 GiB stand in the declaration.`]
      : []),
    ...(copies.length === 0 && notCopied.length === 0
      ? [`Nothing says whether ${namespace}/${name} is copied today: a snapshot is declared.`]
      : []),
    ...(database !== undefined && isByFiles(volume)
      ? [
          `The files of ${namespace}/${name} are copied while ${database} writes to them: it may not start from them, whatever the proof says. Declare the backup method snapshot, or a hook.`,
        ]
      : []),
    ...(database === undefined && typeof contentOf(volume) === 'object' && copies.length > 0
      ? [
          `What ${namespace}/${name} holds is not known: its "content" takes for granted that the program starts from a copy of its files.`,
        ]
      : []),
  ];
}
