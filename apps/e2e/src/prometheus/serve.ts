import { createServer, type ServerResponse } from 'node:http';

import type { Target } from './start-prometheus.ts';

/** What is told at a path; nothing where what tells it does not answer. */
type Page = string | (() => Promise<string>) | undefined;

/** An address that tells metrics. */
export interface Endpoint {
  /** Where those of a job are, which are told at the path of its name. */
  readonly target: (job: string) => Target;
  readonly stop: () => void;
}

/** @param pages what is told, by path; may change meanwhile */
export function serve(pages: Readonly<Record<string, Page>>): Promise<Endpoint> {
  const server = createServer(
    (request, response) => void answer(response, pages[request.url ?? '']),
  );
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || !address) throw new Error('no port was given');
      resolve({
        target: (job) => ({ address: `127.0.0.1:${address.port}`, path: `/${job}` }),
        stop: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

async function answer(response: ServerResponse, page: Page): Promise<void> {
  const text = typeof page === 'function' ? await page().catch(() => undefined) : page;
  const status = text === undefined ? 404 : 200;
  response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4' }).end(text);
}
