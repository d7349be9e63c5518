import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import {
  Conflict,
  ConnectionFailed,
  Forbidden,
  InvalidArgument,
  InvalidResponse,
  NotFound,
  ServerError,
  Timeout,
  TooManyRequests,
  Unauthorized,
  Unavailable,
} from '../src/failures.ts';
import { answer, framed, refuse, streamError } from './answers.ts';
import { listen, serve } from './listen.ts';
import { retry } from './retry.ts';

const thrown = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((e: unknown) => e);

test.each([
  [400, 3, InvalidArgument, 'invalid-argument'],
  [401, 16, Unauthorized, 'unauthorized'],
  [403, 7, Forbidden, 'forbidden'],
  [404, 5, NotFound, 'not-found'],
  [409, 6, Conflict, 'conflict'],
  [409, 10, Conflict, 'conflict'],
  [429, 8, TooManyRequests, 'too-many-requests'],
  [500, 13, ServerError, 'server-error'],
  [501, 12, ServerError, 'server-error'],
  [503, 14, Unavailable, 'unavailable'],
])(
  'a %d with the code %d is a type with the words of the server',
  async (status, code, Kind, kind) => {
    const url = await serve((_, outgoing) => {
      refuse(outgoing, status, { code, message: 'the reason' });
    });
    const { workflows } = argoWorkflowsClient({ url, retry: retry(0) });
    const failure = await thrown(workflows.get('dr', 'drill'));
    expect(failure).toBeInstanceOf(Kind);
    expect(failure).toMatchObject({
      kind,
      name: Kind.name,
      message: 'the reason',
      httpStatus: status,
      grpcCode: code,
    });
  },
);

test.each([
  { httpStatus: 403, body: '<html>Blocked by the gateway</html>', Kind: Forbidden },
  { httpStatus: 502, body: '', Kind: Unavailable },
  { httpStatus: 504, body: 'upstream timed out', Kind: Timeout },
  { httpStatus: 302, body: '<a href="/login">Found</a>', Kind: InvalidResponse },
  { httpStatus: 418, body: '{"code": "text", "message": 1}', Kind: InvalidArgument },
  { httpStatus: 200, body: '<html>The page of another server</html>', Kind: InvalidResponse },
])(
  'a proxy that answers with $httpStatus is told from the server',
  async ({ httpStatus, body, Kind }) => {
    const url = await serve((_, outgoing) => {
      outgoing.writeHead(httpStatus, { 'content-type': 'text/html', location: '/login' });
      outgoing.end(body);
    });
    const { server } = argoWorkflowsClient({ url, retry: retry(0) });
    const failure = await thrown(server.version());
    expect(failure).toBeInstanceOf(Kind);
    expect(failure).toMatchObject({ message: expect.stringMatching(/./) });
    expect(failure).not.toHaveProperty('grpcCode', expect.anything());
  },
);

test('a stream that fails before it begins is refused like a request', async () => {
  const url = await serve((_, outgoing) => {
    outgoing.writeHead(403, { 'content-type': 'text/event-stream' });
    outgoing.end(framed(streamError(7, 403, 'you may not')));
  });
  const { workflows } = argoWorkflowsClient({ url });
  expect(await thrown(workflows.logs('dr', 'drill').next())).toMatchObject({
    kind: 'forbidden',
    message: 'you may not',
    grpcCode: 7,
  });
});

test('a server that is not there is named, with the reason', async () => {
  const server = createServer();
  const url = await listen(server);
  server.close();
  const argo = argoWorkflowsClient({ url, token: 'the-secret', retry: retry(1) });
  const failure = await thrown(argo.server.version());
  expect(failure).toBeInstanceOf(ConnectionFailed);
  expect(failure).toMatchObject({
    message: expect.stringMatching(
      /^GET http:\/\/127\.0\.0\.1:\d+\/api\/v1\/version: .*ECONNREFUSED/,
    ),
  });
  expect(String(failure)).not.toContain('the-secret');
});

test('an answer that breaks off is a failed connection', async () => {
  const url = await serve((_, outgoing) => {
    outgoing.writeHead(200, { 'content-length': '1000' });
    outgoing.write('{"version":', () => outgoing.destroy());
  });
  const { server } = argoWorkflowsClient({ url, retry: retry(0) });
  expect(await thrown(server.version())).toBeInstanceOf(ConnectionFailed);
});

test.each([
  { what: 'nothing', begin: false },
  { what: 'only the beginning', begin: true },
])('an answer of which $what comes is timed out', async ({ begin }) => {
  const url = await serve((_, outgoing) => {
    if (begin) outgoing.write('{');
  });
  const { server } = argoWorkflowsClient({ url, timeoutMilliseconds: 50 });
  const failure = await thrown(server.version());
  expect(failure).toBeInstanceOf(Timeout);
  expect(failure).toMatchObject({ message: expect.stringContaining('50 ms') });
});

test('an abort is thrown with its reason, before and during a request', async () => {
  const reason = new Error('the user has left');
  const controller = new AbortController();
  const url = await serve(() => controller.abort(reason));
  const { server } = argoWorkflowsClient({ url });
  expect(await thrown(server.version({ signal: controller.signal }))).toBe(reason);
  expect(await thrown(server.version({ signal: controller.signal }))).toBe(reason);
});

test.each([
  { first: 503, method: 'get', asked: 3 },
  { first: 500, method: 'get', asked: 1 },
  { first: 404, method: 'get', asked: 1 },
  { first: 503, method: 'suspend', asked: 1 },
  { first: 503, method: 'delete', asked: 1 },
] as const)(
  'after a $first, $method is asked for $asked time(s)',
  async ({ first, method, asked }) => {
    let requests = 0;
    const url = await serve((_, outgoing) => {
      requests += 1;
      if (requests < 3) refuse(outgoing, first, { code: 14, message: 'not yet' });
      else answer(outgoing, { metadata: { name: 'drill' } });
    });
    const { workflows } = argoWorkflowsClient({ url, retry: retry(5) });
    await thrown(workflows[method]('dr', 'drill'));
    expect(requests).toBe(asked);
  },
);

test('the wait between tries ends with the signal', async () => {
  const reason = new Error('the user has left');
  const controller = new AbortController();
  const url = await serve((_, outgoing) => {
    refuse(outgoing, 503, { code: 14, message: 'not yet' });
    outgoing.on('close', () => setImmediate(() => controller.abort(reason)));
  });
  const hours = { retries: 3, initialDelayMilliseconds: 4e6, maximumDelayMilliseconds: 4e6 };
  const { server } = argoWorkflowsClient({ url, retry: hours });
  expect(await thrown(server.version({ signal: controller.signal }))).toBe(reason);
});

test.each(['', '.', '..'])('"%s" is no name, and nothing is asked', async (name) => {
  let requests = 0;
  const url = await serve(() => {
    requests += 1;
  });
  const { workflows } = argoWorkflowsClient({ url });
  expect(await thrown(workflows.delete('dr', name))).toBeInstanceOf(TypeError);
  expect(requests).toBe(0);
});

test('names are escaped, and stand below the path of a proxy', async () => {
  let asked: string | undefined;
  const url = await serve((incoming, outgoing) => {
    asked = incoming.url;
    answer(outgoing, {});
  });
  await argoWorkflowsClient({ url: `${url}/argo/` }).workflows.get('dr', 'a/b?c');
  expect(asked).toBe('/argo/api/v1/workflows/dr/a%2Fb%3Fc');
});

test('options of a submission are called as the API calls them', async () => {
  let asked: unknown;
  const url = await serve((incoming, outgoing) => {
    const answered = async (): Promise<void> => {
      asked = JSON.parse(await text(incoming));
      answer(outgoing, {});
    };
    void answered();
  });
  await argoWorkflowsClient({ url }).workflows.submit(
    'dr',
    { kind: 'WorkflowTemplate', name: 'restore' },
    {
      entrypoint: 'rehearse',
      labels: { a: '1', b: '2' },
      parameters: { backup: 'daily=1' },
      dryRun: true,
      serviceAccount: 'drill',
      signal: AbortSignal.timeout(60_000),
    },
  );
  expect(asked).toEqual({
    namespace: 'dr',
    resourceKind: 'WorkflowTemplate',
    resourceName: 'restore',
    submitOptions: {
      entryPoint: 'rehearse',
      labels: 'a=1,b=2',
      parameters: ['backup=daily=1'],
      serverDryRun: true,
      serviceAccount: 'drill',
    },
  });
});
