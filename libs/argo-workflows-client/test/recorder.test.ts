import { expect, onTestFinished, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import { answer, eventOf, framed, openStream } from './answers.ts';
import type { Exchange } from './exchange.ts';
import { listen, serve } from './listen.ts';
import { recorder } from './recorder.ts';
import { replay } from './replay.ts';
import { retry } from './retry.ts';

/** What a client is told by a server: an answer, a stream that it breaks off, and one that ends. */
async function speak(url: string): Promise<unknown[]> {
  const { server, workflows } = argoWorkflowsClient({ url, token: 'the-secret', retry: retry(0) });
  const heard: unknown[] = [await server.version()];
  for await (const event of workflows.watch('dr')) {
    heard.push(event);
    break;
  }
  for await (const entry of workflows.logs('dr', 'drill')) heard.push(entry);
  heard.push(await workflows.stop('dr', 'drill', { message: 'größer' }));
  return heard;
}

test('what is recorded is replayed as it was, and holds no token', async () => {
  const real = await serve((incoming, outgoing) => {
    if (incoming.url?.includes('workflow') !== true || incoming.method === 'PUT') {
      answer(outgoing, { version: 'v4.1.2 größer' });
      return;
    }
    openStream(outgoing);
    outgoing.write(framed(eventOf('ADDED', '2', 'drill-ü')));
    if (incoming.url.includes('/log')) outgoing.end();
  });
  const exchanges: Exchange[] = [];
  const recording = recorder(real, exchanges);
  onTestFinished(() => void recording.close());
  const heard = await speak(await listen(recording));
  await expect.poll(() => exchanges.length).toBe(4);
  const replaying = replay(exchanges);
  onTestFinished(() => void replaying.close());
  expect(await speak(await listen(replaying))).toEqual(heard);
  expect(exchanges.filter(({ response }) => !response.ended)).toHaveLength(1);
  expect(JSON.stringify(exchanges)).not.toContain('the-secret');
});

test('a request that nobody recorded is refused', async () => {
  const replaying = replay([]);
  onTestFinished(() => void replaying.close());
  const { server } = argoWorkflowsClient({ url: await listen(replaying) });
  await expect(server.version()).rejects.toMatchObject({ httpStatus: 418 });
});
