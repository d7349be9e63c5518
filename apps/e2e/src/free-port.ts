import { createServer } from 'node:net';

/** A port that nothing listens on now. */
export function freePort(address = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, address, () => {
      const listening = server.address();
      server.close(() =>
        typeof listening === 'object' && listening
          ? resolve(listening.port)
          : reject(new Error('no port was given')),
      );
    });
  });
}
