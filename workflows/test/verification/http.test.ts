import { createServer, type Server } from 'node:http';
import { once } from 'node:events';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { Cluster, workload } from './cluster.ts';

let cluster: Cluster;
let server: Server;
let status = 200;
const asked: string[] = [];

beforeEach(async () => {
  status = 200;
  asked.length = 0;
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cluster = new Cluster();
  cluster.run('web', { replicas: 2 });
  for (const pod of ['web-0', 'web-1']) cluster.write(`ports/${pod}-8080`, String(port()));
});

afterEach(() => {
  server.close();
  cluster.remove();
});

function port(): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const http = { check: 'http', workloads: [workload('web')], port: 8080, path: '/ready?of=all' };

test.each([200, 204])('each pod answers with %i', async (answer) => {
  status = answer;
  expect(await cluster.verify(http)).toMatchObject({
    exit: 0,
    said: { received: `status ${answer}`, detail: 'of 2 pods' },
  });
  expect(asked).toEqual(['/ready?of=all', '/ready?of=all']);
});

test.each([302, 404, 503])('an answer of %i is damage', async (answer) => {
  status = answer;
  expect(await cluster.verify(http)).toMatchObject({
    exit: 1,
    said: {
      verified: false,
      expected: 'a status from 200 to 299 at /ready?of=all',
      received: `status ${answer}`,
      detail: 'pod web-0',
    },
  });
});

test('a pod that nobody listens in is damage', async () => {
  server.close();
  expect(await cluster.verify(http)).toMatchObject({
    exit: 1,
    said: { received: 'status none', detail: 'pod web-0' },
  });
});

test('a port that may not be forwarded cannot be looked at', async () => {
  cluster.write('refuses', 'port-forward\n');
  expect(await cluster.verify(http)).toMatchObject({
    exit: 2,
    said: { received: expect.stringContaining('Forbidden') },
  });
});

test('a service that is still starting is waited for', async () => {
  status = 503;
  const asking = cluster.verify(http, { CONNECT_WITHIN: '60' });
  await expect.poll(() => asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
  status = 200;
  expect(await asking).toMatchObject({ exit: 0 });
});
