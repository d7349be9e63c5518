import { expect, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import type { LogEntry, LogOptions } from '../src/logs.ts';
import { comment, framed, openStream, streamError } from './answers.ts';
import { serve } from './listen.ts';

const entry = (content: string): LogEntry => ({ podName: 'drill-verify-1', content });

/** The entries that came, and the error after them, if one did. */
async function read(
  url: string,
  options: LogOptions & { readonly idleTimeoutMilliseconds?: number } = {},
): Promise<{ entries: LogEntry[]; failure?: unknown }> {
  const { idleTimeoutMilliseconds = 60_000, ...rest } = options;
  const { workflows } = argoWorkflowsClient({ url, idleTimeoutMilliseconds });
  const entries: LogEntry[] = [];
  try {
    for await (const line of workflows.logs('dr', 'drill', rest)) entries.push(line);
    return { entries };
  } catch (failure) {
    return { entries, failure };
  }
}

test('lines come as they were written, and end with the server', async () => {
  const written = ['rows: 41 982', '', 'größe: 12 MiB ✓', 'data: {"result": 1}'].map(entry);
  const url = await serve((_, outgoing) => {
    openStream(outgoing);
    outgoing.end(comment + written.map((result) => framed({ result })).join(''));
  });
  expect(await read(url)).toEqual({ entries: written });
});

test('options are called as the API calls them', async () => {
  let asked: Record<string, string> = {};
  const url = await serve((incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://server');
    asked = {
      pathname,
      accept: incoming.headers.accept ?? '',
      ...Object.fromEntries(searchParams),
    };
    openStream(outgoing);
    outgoing.end();
  });
  await read(url, {
    podName: 'drill-verify-1',
    container: 'wait',
    follow: true,
    grep: 'rows.*',
    sinceSeconds: 60,
    tailLines: 10,
    timestamps: false,
  });
  expect(asked).toEqual({
    pathname: '/api/v1/workflows/dr/drill/log',
    accept: 'text/event-stream',
    podName: 'drill-verify-1',
    grep: 'rows.*',
    'logOptions.container': 'wait',
    'logOptions.follow': 'true',
    'logOptions.sinceSeconds': '60',
    'logOptions.tailLines': '10',
    'logOptions.timestamps': 'false',
  });
});

test('a log that breaks off is no log that has ended', async () => {
  const url = await serve((_, outgoing) => {
    openStream(outgoing);
    outgoing.write(`${framed({ result: entry('first') })}data: {"res`, () => outgoing.destroy());
  });
  expect(await read(url)).toMatchObject({
    entries: [entry('first')],
    failure: { kind: 'connection-failed' },
  });
});

test('an error in the stream comes after the lines before it', async () => {
  const url = await serve((_, outgoing) => {
    openStream(outgoing);
    outgoing.write(framed({ result: entry('first') }));
    outgoing.end(framed(streamError(5, 404, 'pods "drill-verify-1" not found')));
  });
  expect(await read(url)).toMatchObject({
    entries: [entry('first')],
    failure: { kind: 'not-found', grpcCode: 5, message: 'pods "drill-verify-1" not found' },
  });
});

test.each([
  { when: 'before it begins', begin: false },
  { when: 'after it has begun', begin: true },
])('a server that falls silent $when is timed out', async ({ begin }) => {
  const url = await serve((_, outgoing) => {
    if (begin) openStream(outgoing);
  });
  expect(await read(url, { idleTimeoutMilliseconds: 50 })).toMatchObject({
    failure: { kind: 'timeout', message: expect.stringContaining('50 ms') },
  });
});

test('a page instead of a stream is an invalid response, and is not read on', async () => {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const url = await serve((_, outgoing) => {
    outgoing.on('close', resolve);
    outgoing.writeHead(200, { 'content-type': 'text/html' });
    outgoing.write('<html>Log in</html>');
  });
  expect(await read(url)).toMatchObject({ failure: { kind: 'invalid-response' } });
  await closed;
});

test('an abort is thrown with its reason', async () => {
  const reason = new Error('the user has left');
  const controller = new AbortController();
  const url = await serve((_, outgoing) => {
    openStream(outgoing);
    controller.abort(reason);
  });
  expect(await read(url, { signal: controller.signal })).toEqual({ entries: [], failure: reason });
});
