import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startMailSink } from './mail-sink.ts';

/** What arrived at the address that a channel was sent to. */
export interface Received {
  /** `pagerduty`, `heartbeat`, `mail` or `slack/‹channel›`. */
  readonly at: string;
  readonly body: string;
}

/** Stands for PagerDuty, Slack, a mail server and the receiver of heartbeats, on loopback. */
export interface Sink {
  readonly address: string;
  /** Host and port. */
  readonly mail: string;
  /** In the order in which it came. */
  readonly received: readonly Received[];
  stop(): void;
}

export async function startSink(): Promise<Sink> {
  const received: Received[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    received.push({ at: (request.url ?? '').slice(1), body: await bodyOf(request) });
    // PagerDuty answers 202 to an event that it takes, Slack and most others 200.
    response.writeHead(request.url === '/pagerduty' ? 202 : 200).end('ok');
  };
  const server = createServer((request, response) => {
    void take(request, response);
  });
  const mail = await startMailSink((body) => received.push({ at: 'mail', body }));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    mail: mail.address,
    received,
    stop: () => {
      server.close();
      server.closeAllConnections();
      mail.stop();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
