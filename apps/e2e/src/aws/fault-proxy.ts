import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** What becomes of a request to S3 on its way. */
type S3Fault =
  | { readonly kind: 'status'; readonly status: number; readonly code: string }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The connection is cut when so many bytes of an answer or of an upload have passed. */
  | { readonly kind: 'cut'; readonly after: number };

interface Asked {
  readonly method: string;
  /** With the bucket, and what follows the question mark. */
  readonly path: string;
}

export interface FaultProxy {
  readonly endpoint: string;
  /** From now on, requests that are meant meet the fault. */
  readonly break: (fault: S3Fault, isMeant?: (asked: Asked) => boolean) => void;
  readonly heal: () => void;
  readonly stop: () => Promise<void>;
}

const everyRequest = (): boolean => true;

/** Stands before an S3 API, and breaks it on demand. */
export async function startFaultProxy(target: string, address: string): Promise<FaultProxy> {
  let fault: S3Fault | undefined;
  let isMeant: (asked: Asked) => boolean = everyRequest;
  const server = createServer((incoming, answer) => {
    const asked = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const met = fault && isMeant(asked) ? fault : undefined;
    forward({ target, incoming, answer }, met).catch(() => incoming.destroy());
  });
  // A client keeps its connection for longer than an idle server does.
  server.keepAliveTimeout = 300_000;
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve);
  });
  const listening = server.address();
  const port = typeof listening === 'object' && listening ? listening.port : 0;
  return {
    endpoint: `http://${address}:${port}`,
    break: (next, meant = everyRequest) => {
      fault = next;
      isMeant = meant;
    },
    heal: () => (fault = undefined),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly target: string;
  readonly incoming: IncomingMessage;
  readonly answer: ServerResponse;
}

async function forward(exchange: Exchange, fault: S3Fault | undefined): Promise<void> {
  const { target, incoming, answer } = exchange;
  if (fault?.kind === 'status') return refuse(exchange, fault);
  if (fault?.kind === 'slow') await sleep(fault.milliseconds);
  const { hostname, port } = new URL(target);
  const { method, url: path, headers } = incoming;
  const outgoing = request({ hostname, port, method, path, headers });
  outgoing.on('error', () => answer.destroy());
  outgoing.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 500, response.headers);
    if (fault?.kind === 'cut' && method === 'GET') cutAfter(response, answer, fault.after);
    else response.pipe(answer);
  });
  if (fault?.kind === 'cut' && method === 'PUT') {
    let passed = 0;
    incoming.on('data', (chunk: Buffer) => {
      passed += chunk.length;
      if (passed >= fault.after) {
        incoming.destroy();
        outgoing.destroy();
      }
    });
  }
  incoming.pipe(outgoing);
}

function refuse({ incoming, answer }: Exchange, fault: S3Fault & { kind: 'status' }): void {
  incoming.resume();
  answer.writeHead(fault.status, { 'content-type': 'application/xml' });
  answer.end(
    incoming.method === 'HEAD'
      ? ''
      : `<?xml version="1.0"?><Error><Code>${fault.code}</Code><Message>made here</Message></Error>`,
  );
}

function cutAfter(response: IncomingMessage, answer: ServerResponse, bytes: number): void {
  let passed = 0;
  response.on('data', (chunk: Buffer) => {
    passed += chunk.length;
    answer.write(chunk.subarray(0, Math.max(0, chunk.length - Math.max(0, passed - bytes))));
    if (passed >= bytes) answer.destroy();
  });
  response.on('end', () => answer.end());
}
