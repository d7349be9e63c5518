import { createServer } from 'node:http';

/** An address that tells metrics. */
export interface Endpoint {
  /** As `host:port`. */
  readonly address: string;
  stop(): void;
}

/** @param pages what is told, by path; may change meanwhile */
export function serve(pages: Readonly<Record<string, string | undefined>>): Promise<Endpoint> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/plain; version=0.0.4',
    });
    response.end(page);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || !address) throw new Error('no port was given');
      resolve({
        address: `127.0.0.1:${address.port}`,
        stop: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}
