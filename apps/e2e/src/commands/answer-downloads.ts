import { setTimeout as sleep } from 'node:timers/promises';

import { veleroServiceAccount } from '@resilience/config/names';

import type { Client } from '../apiserver/client.ts';
import { put, type Put } from './put.ts';

const { namespace } = veleroServiceAccount;
const requests = `/apis/velero.io/v1/namespaces/${namespace}/downloadrequests`;

/** Answers each DownloadRequest by an address, as Velero's server does, for as long as something is done. */
export async function whileAnsweringDownloads<Result>(
  client: Client,
  downloadURL: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  const answering = answerUntil(client, downloadURL, done.signal);
  try {
    return await work();
  } finally {
    done.abort();
    await answering;
  }
}

interface Requested extends Put {
  readonly status?: { readonly phase?: string };
}

interface Requests {
  readonly items: readonly Requested[];
}

async function answerUntil(client: Client, downloadURL: string, done: AbortSignal): Promise<void> {
  while (!done.aborted) {
    const { status, body } = await client.request('GET', requests);
    // A kind that was defined a moment ago is not served yet.
    const { items } = status === 200 ? (body as Requests) : { items: [] };
    for (const { metadata, status: state, ...rest } of items) {
      if (state?.phase === 'Processed') continue;
      const { name } = metadata;
      await put(client, {
        ...rest,
        apiVersion: 'velero.io/v1',
        kind: 'DownloadRequest',
        metadata: { name, namespace },
        status: { phase: 'Processed', downloadURL },
      });
    }
    await sleep(100);
  }
}
