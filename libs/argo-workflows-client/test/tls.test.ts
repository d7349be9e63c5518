import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';

import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import { httpsFetch } from '../src/https-fetch.ts';
import { inCluster } from '../src/in-cluster.ts';
import { answer, eventOf, framed, openStream, refuse } from './answers.ts';
import { type Certificates, hasOpenssl, makeCertificates } from './certificates.ts';
import { listen } from './listen.ts';
import { retry } from './retry.ts';

const clientName: RequestListener = ({ socket }, outgoing) => {
  const { authorized } = socket as TLSSocket;
  const { CN: version } = (socket as TLSSocket).getPeerCertificate().subject ?? {};
  if (authorized) answer(outgoing, { version });
  else refuse(outgoing, 401, { code: 16, message: 'no certificate' });
};

const echo = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> =>
  answer(outgoing, JSON.parse(await text(incoming)));

describe.runIf(hasOpenssl)('over TLS, where openssl makes certificates', () => {
  let made: Certificates;
  beforeAll(() => {
    made = makeCertificates();
  });

  /** A server that asks for a client certificate, and leaves the judgement to the listener. */
  async function serveTls(listener: RequestListener): Promise<string> {
    const { ca, server: identity } = made;
    const options = { ...identity, ca, requestCert: true, rejectUnauthorized: false };
    const server = createServer(options, listener);
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return (await listen(server)).replace('http:', 'https:');
  }

  test('a client certificate is presented', async () => {
    const url = await serveTls(clientName);
    const fetch = httpsFetch({ ca: made.ca, ...made.client });
    expect(await argoWorkflowsClient({ url, fetch }).server.version()).toEqual({
      version: 'client',
    });
  });

  test('a server that asks for a certificate refuses who has none', async () => {
    const url = await serveTls(clientName);
    const fetch = httpsFetch({ ca: made.ca });
    await expect(argoWorkflowsClient({ url, fetch }).server.version()).rejects.toMatchObject({
      kind: 'unauthorized',
    });
  });

  test('a server of another authority is not spoken to', async () => {
    const url = await serveTls(clientName);
    const argo = argoWorkflowsClient({ url, fetch: httpsFetch({}), retry: retry(0) });
    await expect(argo.server.version()).rejects.toMatchObject({
      kind: 'connection-failed',
      message: expect.stringMatching(/certificate/),
    });
  });

  test('a body is sent, and a stream is read and broken off', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const url = await serveTls((incoming, outgoing) => {
      if (incoming.method === 'PUT') {
        void echo(incoming, outgoing);
        return;
      }
      outgoing.on('close', resolve);
      openStream(outgoing);
      outgoing.write(framed(eventOf('ADDED', '2')));
    });
    const { workflows } = argoWorkflowsClient({ url, fetch: httpsFetch({ ca: made.ca }) });
    expect(await workflows.stop('dr', 'drill', { message: 'größer' })).toEqual({
      namespace: 'dr',
      name: 'drill',
      message: 'größer',
    });
    for await (const { type } of workflows.watch('dr')) {
      expect(type).toBe('ADDED');
      break;
    }
    await closed;
  });

  test('an abort and silence end a request', async () => {
    const reason = new Error('the user has left');
    const controller = new AbortController();
    const url = await serveTls(() => controller.abort(reason));
    const fetch = httpsFetch({ ca: made.ca });
    const argo = argoWorkflowsClient({ url, fetch, timeoutMilliseconds: 300 });
    await expect(argo.server.version({ signal: controller.signal })).rejects.toBe(reason);
    await expect(argo.server.version()).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('in a cluster, token and authority are read for each request', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'argo-workflows-client-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const url = await serveTls(({ headers }, outgoing) => {
      answer(outgoing, { version: headers.authorization });
    });
    const argo = argoWorkflowsClient({ url, ...inCluster({ folder }), retry: retry(0) });
    const place = (token: string, ca: string): void => {
      writeFileSync(join(folder, 'token'), `${token}\n`);
      writeFileSync(join(folder, 'ca.crt'), ca);
    };
    place('first', made.ca);
    expect(await argo.server.version()).toEqual({ version: 'Bearer first' });
    place('second', made.ca);
    expect(await argo.server.version()).toEqual({ version: 'Bearer second' });
    place('third', makeCertificates().ca);
    await expect(argo.server.version()).rejects.toMatchObject({ kind: 'connection-failed' });
  });

  test('outside of a cluster, the file that is missing is named', async () => {
    const argo = argoWorkflowsClient({
      url: 'https://127.0.0.1:1',
      ...inCluster({ folder: '/none' }),
    });
    await expect(argo.server.version()).rejects.toMatchObject({
      code: 'ENOENT',
      path: '/none/token',
    });
  });
});
