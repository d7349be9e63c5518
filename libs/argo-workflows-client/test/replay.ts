import { createServer, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';

import type { Exchange } from './exchange.ts';

/** A server that answers as another once did, to the same requests; each exchange is given once. */
export function replay(exchanges: readonly Exchange[]): Server {
  const left = [...exchanges];
  return createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const { method, url: path, headers } = incoming;
      const accept = headers.accept ?? '';
      const asked = { method, path, accept, ...(body !== '' && { body: JSON.parse(body) }) };
      const index = left.findIndex(({ request }) => isDeepStrictEqual(request, asked));
      const [found] = index === -1 ? [] : left.splice(index, 1);
      return found ? write(found, outgoing) : refuse(asked, outgoing);
    });
  });
}

function write({ response }: Exchange, outgoing: ServerResponse): void {
  outgoing.writeHead(response.status, { 'content-type': response.contentType });
  for (const chunk of response.chunks) outgoing.write(chunk);
  if (response.ended) outgoing.end();
}

function refuse(asked: unknown, outgoing: ServerResponse): void {
  outgoing.writeHead(418, { 'content-type': 'text/plain' });
  outgoing.end(`nobody recorded ${JSON.stringify(asked)}`);
}
