import type { Kubectl } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { download } from './download.ts';

/** What became of a volume in a backup. */
interface VolumeResult {
  /** `namespace/claim`, or the volume of a pod where it has no claim. */
  readonly volume: string;
  readonly how: string;
  /** `succeeded`, `failed`, or why it was left out. */
  readonly result: string;
  readonly bytes: number | null;
}

export type VolumeResults =
  | { readonly known: true; readonly volumes: readonly VolumeResult[] }
  | { readonly known: false; readonly why: string };

/** @see https://github.com/vmware-tanzu/velero/blob/v1.18.0/internal/volume/volumes_information.go */
interface VolumeInfo {
  readonly pvcName?: string;
  readonly pvcNamespace?: string;
  readonly pvName?: string;
  readonly backupMethod?: string;
  readonly snapshotDataMoved?: boolean;
  readonly skipped?: boolean;
  readonly skippedReason?: string;
  readonly result?: string;
  readonly csiSnapshotInfo?: Sized;
  readonly snapshotDataMovementInfo?: Sized;
  readonly pvbInfo?: Sized & { readonly podNamespace?: string; readonly volumeName?: string };
}

interface Sized {
  readonly size?: number;
}

/** The list of volumes that Velero leaves in the bucket when a backup is over. */
export async function volumeResults(kubectl: Kubectl, backup: string): Promise<VolumeResults> {
  try {
    const text = await download(kubectl, { kind: 'BackupVolumeInfos', backup });
    const infos: readonly VolumeInfo[] | null = JSON.parse(text);
    return { known: true, volumes: (infos ?? []).map(toResult) };
  } catch (error) {
    if (error instanceof Refusal) return { known: false, why: error.message };
    throw error;
  }
}

function toResult(info: VolumeInfo): VolumeResult {
  const { pvbInfo, csiSnapshotInfo, snapshotDataMovementInfo } = info;
  return {
    volume: nameOf(info),
    how: info.snapshotDataMoved === true ? 'CSISnapshot, moved' : (info.backupMethod ?? 'none'),
    result:
      info.skipped === true
        ? `left out: ${info.skippedReason ?? 'no reason'}`
        : (info.result ?? 'unknown'),
    bytes: (snapshotDataMovementInfo ?? csiSnapshotInfo ?? pvbInfo)?.size ?? null,
  };
}

function nameOf({ pvcName, pvcNamespace, pvName, pvbInfo }: VolumeInfo): string {
  if (pvcName) return `${pvcNamespace}/${pvcName}`;
  return pvbInfo ? `${pvbInfo.podNamespace}/${pvbInfo.volumeName}` : (pvName ?? '');
}
