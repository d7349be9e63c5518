import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands for the channel that runbooks tell how they ended. */
export interface Chat {
  readonly url: string;
  /** What was told, in the order in which it came. */
  readonly received: readonly string[];
  readonly stop: () => void;
}

/** @param address where pods reach it */
export async function startChat(address: string): Promise<Chat> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      received.push(text);
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, address, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${address}:${port}/hook`,
    received,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
