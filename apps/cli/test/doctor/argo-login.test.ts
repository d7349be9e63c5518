import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, onTestFinished, test, vi } from 'vitest';

import { argoLogin } from '../../src/doctor/checks/argo-login.ts';
import { argoServer } from '../argo-server.ts';
import { lookedAt } from './healthy.ts';

/** What the check finds where ARGO_SERVER is so. */
async function loginTo(server: string | undefined) {
  vi.stubEnv('ARGO_SERVER', server);
  const { found } = await lookedAt(argoLogin, {});
  return found;
}

/** A server that refuses everything, as argo-server does. */
async function refusing(status: number, message: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: 16, message }));
  });
  onTestFinished(() => {
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a server that lists runs is fine, and only that is asked', async () => {
  const { url, asked } = await argoServer([]);
  expect(await loginTo(url)).toMatchObject([
    { state: 'ok', found: `${url} lists the runs of velero` },
  ]);
  expect(asked).toEqual(['GET /api/v1/workflows/velero']);
});

test('a server that is not named is a warning', async () => {
  expect(await loginTo(undefined)).toMatchObject([
    {
      state: 'warning',
      found: expect.stringMatching(/^ARGO_SERVER is not set/) as unknown,
      fix: expect.stringMatching(/^export ARGO_SERVER=/) as unknown,
    },
  ]);
});

test.each([
  [401, 'token not valid', /does not take ARGO_TOKEN: token not valid/, /argo auth token/],
  [403, 'not allowed', /may not list the workflows of velero: not allowed/, /bind its/],
])('a server that answers %i is wrong', async (status, message, found, fix) => {
  expect(await loginTo(await refusing(status, message))).toMatchObject([
    {
      state: 'wrong',
      found: expect.stringMatching(found) as unknown,
      fix: expect.stringMatching(fix) as unknown,
    },
  ]);
});

test('a server that is not there is unknown, not fine', async () => {
  expect(await loginTo('http://127.0.0.1:9')).toMatchObject([{ state: 'unknown' }]);
});
