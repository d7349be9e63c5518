import { createHash } from 'node:crypto';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { inVelero } from './velero-namespace.ts';

/** A copy of a volume's data on its way into the bucket. */
export interface Movement {
  readonly name: string;
  readonly kind: string;
  /** `namespace/claim`, or `namespace/pod/volume`. */
  readonly volume: string;
  readonly phase: string;
  readonly bytesDone: number;
  readonly totalBytes: number;
  readonly message: string;
}

interface Moved {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly sourceNamespace?: string;
    readonly sourcePVC?: string;
    readonly pod?: { readonly namespace: string; readonly name: string };
    readonly volume?: string;
  };
  readonly status?: {
    readonly phase?: string;
    readonly message?: string;
    readonly progress?: { readonly bytesDone?: number; readonly totalBytes?: number };
  };
}

/** The DataUploads and PodVolumeBackups of a backup that are still there. */
export async function movementsOf(kubectl: Kubectl, backup: string): Promise<Movement[]> {
  const kinds = 'datauploads.velero.io,podvolumebackups.velero.io';
  const selector = `velero.io/backup-name=${labelOf(backup)}`;
  const words = ['get', kinds, ...inVelero, '--selector', selector];
  const found = await kubectl.json<{ readonly items: readonly Moved[] }>(words);
  return (found?.items ?? []).map(({ kind, metadata, spec, status }) => ({
    name: metadata.name,
    kind,
    volume: spec.pod
      ? `${spec.pod.namespace}/${spec.pod.name}/${spec.volume}`
      : `${spec.sourceNamespace}/${spec.sourcePVC}`,
    phase: status?.phase ?? 'New',
    bytesDone: status?.progress?.bytesDone ?? 0,
    totalBytes: status?.progress?.totalBytes ?? 0,
    message: status?.message ?? '',
  }));
}

/**
 * A name as Velero writes it into a label, which may have 63 characters.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.0/pkg/label/label.go
 */
function labelOf(name: string): string {
  if (name.length <= 63) return name;
  return `${name.slice(0, 57)}${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
}
