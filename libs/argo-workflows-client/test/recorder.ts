import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';

import type { Exchange } from './exchange.ts';

/** A server that passes everything on to another, and keeps what was said, credentials apart. */
export function recorder(target: string, exchanges: Exchange[]): Server {
  return createServer((incoming, outgoing) => {
    void pass(target, incoming, outgoing, exchanges);
  });
}

async function pass(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  exchanges: Exchange[],
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const body = await text(incoming);
  const onward = request(new URL(url, target), {
    method,
    headers: { ...headers, host: new URL(target).host },
  });
  outgoing.on('close', () => onward.destroy());
  onward.on('error', () => outgoing.destroy());
  onward.on('response', (answer) => {
    const chunks: string[] = [];
    let ended = false;
    const { statusCode: status = 0 } = answer;
    const contentType = answer.headers['content-type'] ?? '';
    outgoing.writeHead(status, { 'content-type': contentType });
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      chunks.push(chunk);
      outgoing.write(chunk);
    });
    answer.on('end', () => {
      ended = true;
      outgoing.end();
    });
    answer.on('close', () => {
      exchanges.push({
        request: {
          method,
          path: url,
          accept: headers.accept ?? '',
          ...(body !== '' && { body: JSON.parse(body) as unknown }),
        },
        response: { status, contentType, chunks, ended },
      });
    });
  });
  onward.end(body);
}
