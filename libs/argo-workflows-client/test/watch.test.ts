import type { RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import type { ConnectionOptions } from '../src/connection.ts';
import type { WorkflowEvent } from '../src/watch.ts';
import { comment, eventOf, framed, openStream, refuse, streamError } from './answers.ts';
import { serve } from './listen.ts';
import { retry } from './retry.ts';

/** What a connection of the watch is given. */
type Turn = (outgoing: ServerResponse) => void;

const text =
  (...messages: readonly unknown[]): Turn =>
  (outgoing) => {
    openStream(outgoing);
    outgoing.write(messages.map(framed).join(''));
  };

/** The resource versions that the watch was begun with, one for each connection. */
async function watched(
  turns: readonly Turn[],
  options: Partial<ConnectionOptions> = {},
): Promise<{ url: string; versions: (string | null)[]; watch: AsyncGenerator<WorkflowEvent> }> {
  const versions: (string | null)[] = [];
  const listener: RequestListener = (incoming, outgoing) => {
    const { searchParams } = new URL(incoming.url ?? '', 'http://server');
    const turn = turns[versions.length];
    versions.push(searchParams.get('listOptions.resourceVersion'));
    if (turn) turn(outgoing);
    else outgoing.destroy();
  };
  const url = await serve(listener);
  const { workflows } = argoWorkflowsClient({ url, retry: retry(2), ...options });
  return { url, versions, watch: workflows.watch('dr', { resourceVersion: '1' }) };
}

async function take(watch: AsyncGenerator<WorkflowEvent>, count: number): Promise<string[]> {
  const taken: string[] = [];
  for await (const { type, object } of watch) {
    taken.push(`${type} ${object.metadata.name} ${object.metadata.resourceVersion}`);
    if (taken.length === count) break;
  }
  return taken;
}

const second = eventOf('MODIFIED', '3', 'drill-ü');

/** Breaks off inside of a character of the second event. */
const cutInside: Turn = (outgoing) => {
  openStream(outgoing);
  const bytes = Buffer.from(framed(eventOf('ADDED', '2')) + framed(second));
  outgoing.write(bytes.subarray(0, bytes.indexOf(Buffer.from('ü')) + 1), () => outgoing.destroy());
};

/** @param ending what comes after the first event */
const firstAnd =
  (ending: Turn): Turn =>
  (outgoing) => {
    openStream(outgoing);
    outgoing.write(framed(eventOf('ADDED', '2')), () => ending(outgoing));
  };

const starting: Turn = (outgoing) => {
  refuse(outgoing, 503, { code: 14, message: 'connection refused' });
};

const quiet: Turn = (outgoing) => {
  openStream(outgoing);
  outgoing.end(comment);
};

test.each<[string, Turn]>([
  ['inside of a character', cutInside],
  ['between events', firstAnd((outgoing) => outgoing.destroy())],
  ['at an end of the server', firstAnd((outgoing) => outgoing.end())],
  ['in silence', firstAnd(() => {})],
  ['by garbage', firstAnd((outgoing) => outgoing.write('data: <html>\n'))],
  [
    'as the API server ended its watch',
    firstAnd((outgoing) => outgoing.end(framed(streamError(8, 429, 'EOF')))),
  ],
  [
    'by an error of the server',
    firstAnd((outgoing) => outgoing.end(framed(streamError(13, 500, 'etcd has no leader')))),
  ],
])('a watch that breaks off %s goes on after the last event', async (_, first) => {
  const turns = [first, text(second)];
  const { watch, versions } = await watched(turns, { idleTimeoutMilliseconds: 3000 });
  expect(await take(watch, 2)).toEqual(['ADDED drill 2', 'MODIFIED drill-ü 3']);
  expect(versions).toEqual(['1', '2']);
});

test.each([
  'too old resource version: 2 (40)',
  'The resourceVersion for the provided watch is too old.',
])('what is there is told anew after "%s"', async (message) => {
  const forgotten = text(eventOf('ADDED', '2'), streamError(3, 400, message));
  const { watch, versions } = await watched([forgotten, text(eventOf('ADDED', '41'))]);
  expect(await take(watch, 2)).toEqual(['ADDED drill 2', 'ADDED drill 41']);
  expect(versions).toEqual(['1', null]);
});

test('a server that starts is waited for', async () => {
  const { watch } = await watched([starting, starting, text(second)]);
  expect(await take(watch, 1)).toEqual(['MODIFIED drill-ü 3']);
});

test.each([
  [400, 3, 'invalid-argument'],
  [401, 16, 'unauthorized'],
  [403, 7, 'forbidden'],
])('a %d is thrown at once', async (status, code, kind) => {
  const refused: Turn = (outgoing) => refuse(outgoing, status, { code, message: 'no' });
  const { watch, versions } = await watched([refused]);
  await expect(watch.next()).rejects.toMatchObject({ kind });
  expect(versions).toHaveLength(1);
});

test('the last of too many failures in a row is thrown', async () => {
  const { watch, versions } = await watched([firstAnd((outgoing) => outgoing.end())]);
  expect((await watch.next()).value).toMatchObject({ type: 'ADDED' });
  await expect(watch.next()).rejects.toMatchObject({ kind: 'connection-failed' });
  expect(versions).toEqual(['1', '2', '2']);
});

test('a comment shows that the server is there, and failures count anew', async () => {
  const turns = [quiet, quiet, quiet, quiet, quiet, text(second)];
  const { watch } = await watched(turns, { retry: retry(1) });
  expect(await take(watch, 1)).toEqual(['MODIFIED drill-ü 3']);
});

test('an event shows that the server is there, and failures count anew', async () => {
  const broken = [2, 3, 4, 5].map((version): Turn => (outgoing) => {
    openStream(outgoing);
    outgoing.end(framed(eventOf('MODIFIED', String(version))));
  });
  const { watch, versions } = await watched(broken, { retry: retry(1) });
  expect(await take(watch, 4)).toHaveLength(4);
  expect(versions).toEqual(['1', '2', '3', '4']);
});

test('who reads slowly is not taken for a server that is silent', async () => {
  const { promise: opened, resolve } = Promise.withResolvers<ServerResponse>();
  const turns = [firstAnd(resolve)];
  const { watch, versions } = await watched(turns, { idleTimeoutMilliseconds: 200 });
  await watch.next();
  await sleep(500);
  (await opened).write(framed(second));
  expect((await watch.next()).value).toMatchObject({ type: 'MODIFIED' });
  expect(versions).toHaveLength(1);
});

test('an abort is thrown with its reason, and closes the connection', async () => {
  const reason = new Error('the user has left');
  const controller = new AbortController();
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const url = await serve((_, outgoing) => {
    outgoing.on('close', resolve);
    text(second)(outgoing);
  });
  const { workflows } = argoWorkflowsClient({ url });
  const watch = workflows.watch('dr', { signal: controller.signal });
  await watch.next();
  const next = watch.next().catch((error: unknown) => error);
  controller.abort(reason);
  expect(await next).toBe(reason);
  await closed;
});

test('a break closes the connection', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const url = await serve((_, outgoing) => {
    outgoing.on('close', resolve);
    text(second)(outgoing);
  });
  const watch = argoWorkflowsClient({ url }).workflows.watch('dr');
  expect(await take(watch, 1)).toHaveLength(1);
  await closed;
});
