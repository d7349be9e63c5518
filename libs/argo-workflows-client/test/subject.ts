import { readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';

import { type ArgoWorkflowsClient, argoWorkflowsClient } from '../src/client.ts';
import type { Exchange } from './exchange.ts';
import { listen } from './listen.ts';
import { recorder } from './recorder.ts';
import { replay } from './replay.ts';

/** A server that the suite runs against. */
export interface Subject {
  readonly name: string;
  /** Where the suite makes its objects. */
  readonly namespace: string;
  readonly open: () => Promise<Opened>;
}

export interface Opened {
  readonly argo: ArgoWorkflowsClient;
  /** Makes and clears away what the client has no calls for. */
  readonly raw: (method: string, path: string, body?: object) => Promise<number>;
  readonly close: () => void;
}

const file = new URL('exchanges/argo-server.json', import.meta.url);
const { ARGO_SERVER: realServer, ARGO_TOKEN: token, ARGO_RECORD: asked } = process.env;

const replayed: Subject = {
  name: 'exchanges of argo-server',
  namespace: 'default',
  open: async () => {
    const exchanges = JSON.parse(readFileSync(file, 'utf8')) as Exchange[];
    return opened(replay(exchanges));
  },
};

const real = (url: string): Subject => ({
  name: `the server at ${url}`,
  namespace: process.env['ARGO_NAMESPACE'] ?? 'default',
  open: async () => {
    if (asked === undefined) return { ...connect(url), close: () => {} };
    const exchanges: Exchange[] = [];
    const { close, ...rest } = await opened(recorder(url, exchanges));
    return {
      ...rest,
      close: () => {
        close();
        writeFileSync(file, `${JSON.stringify(exchanges, undefined, 2)}\n`);
      },
    };
  },
});

/** The real one alone while it is recorded, and otherwise both. */
export function subjects(): Subject[] {
  if (realServer !== undefined) {
    return asked === undefined ? [replayed, real(realServer)] : [real(realServer)];
  }
  process.stdout.write(
    'skipped the contract with a real argo-server: ARGO_SERVER has no URL of one\n',
  );
  return [replayed];
}

async function opened(server: Server): Promise<Opened> {
  const url = await listen(server);
  return {
    ...connect(url),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function connect(url: string): Omit<Opened, 'close'> {
  const headers = {
    accept: 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return {
    argo: argoWorkflowsClient({ url, ...(token !== undefined && { token }) }),
    raw: async (method, path, body) => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      await response.text();
      return response.status;
    },
  };
}
