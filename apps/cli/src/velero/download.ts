import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { Refusal } from '../refusal.ts';
import { inVelero, namespace } from './velero-namespace.ts';

/** A file of a backup, as Velero calls it. */
export interface BackupFile {
  readonly kind:
    | 'BackupContents'
    | 'BackupLog'
    | 'BackupResourceList'
    | 'BackupResults'
    | 'BackupVolumeInfos';
  readonly backup: string;
}

interface DownloadRequest {
  readonly metadata: { readonly name: string };
  readonly status?: { readonly downloadURL?: string };
}

/** Milliseconds; the content of a backup is as large as all its objects. */
const limits = { interval: 500, looks: 60, content: 600_000, download: 60_000 } as const;

/**
 * Fetches a file of a backup out of the bucket, as `velero backup logs` does: a DownloadRequest, which
 * Velero's server answers with an address that is good for ten minutes. The request is taken away again.
 *
 * @see https://github.com/vmware-tanzu/velero/blob/v1.18.0/pkg/cmd/util/downloadrequest/downloadrequest.go
 * @throws {Refusal} when it cannot be had; the address, which opens the bucket, is never told
 */
export const download = async (kubectl: Kubectl, file: BackupFile): Promise<string> =>
  unpacked(await downloadPacked(kubectl, file), file);

/**
 * The same, as it lies in the bucket.
 *
 * @throws {Refusal} when it cannot be had
 */
export async function downloadPacked(kubectl: Kubectl, file: BackupFile): Promise<ArrayBuffer> {
  const request = await kubectl.json<DownloadRequest>(['create', '--filename', '-'], {
    apiVersion: 'velero.io/v1',
    kind: 'DownloadRequest',
    metadata: { generateName: `${file.backup}-`, namespace },
    spec: { target: { kind: file.kind, name: file.backup } },
  });
  const name = request?.metadata.name ?? '';
  try {
    return await fetched(await addressOf(kubectl, name, file), file);
  } finally {
    const words = ['delete', 'downloadrequests.velero.io', name, ...inVelero];
    await kubectl.text([...words, '--ignore-not-found', '--wait=false']);
  }
}

async function addressOf(kubectl: Kubectl, name: string, file: BackupFile): Promise<string> {
  for (let look = 0; look < limits.looks; look += 1) {
    const words = ['get', 'downloadrequests.velero.io', name, ...inVelero];
    const answered = await kubectl.json<DownloadRequest>(words);
    if (answered?.status?.downloadURL) return answered.status.downloadURL;
    await sleep(limits.interval);
  }
  const why = `is there a backup ${file.backup}, and is its location available?`;
  throw new Refusal(`Velero has not answered the request for ${file.kind}: ${why}`);
}

async function fetched(address: string, { kind, backup }: BackupFile): Promise<ArrayBuffer> {
  const { host } = new URL(address);
  const limit = kind === 'BackupContents' ? limits.content : limits.download;
  const response = await fetch(address, { signal: AbortSignal.timeout(limit) }).catch(
    (error: unknown) => {
      throw new Refusal(`${kind} of ${backup} cannot be fetched from ${host}: ${reasonOf(error)}`);
    },
  );
  if (response.ok) return response.arrayBuffer();
  throw new Refusal(
    response.status === 404
      ? `the bucket holds no ${kind} of ${backup} (404)`
      : `${host} answers ${response.status} to the request for ${kind} of ${backup}`,
  );
}

async function unpacked(bytes: ArrayBuffer, { kind, backup }: BackupFile): Promise<string> {
  try {
    return (await promisify(gunzip)(bytes)).toString();
  } catch (error) {
    throw new Refusal(`${kind} of ${backup} is damaged: ${reasonOf(error)}`, { cause: error });
  }
}

/** Fetch itself says no more than "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
