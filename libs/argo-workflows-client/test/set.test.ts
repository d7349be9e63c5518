import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import { answer } from './answers.ts';
import { serve } from './listen.ts';

const selected = { nodeFieldSelector: 'displayName=approve' };

test.each([
  {
    what: 'a value and an end of the wait',
    options: { ...selected, outputParameters: { by: 'a "b"=c' }, phase: 'Succeeded' as const },
    sent: { ...selected, outputParameters: String.raw`{"by":"a \"b\"=c"}`, phase: 'Succeeded' },
  },
  {
    what: 'a message alone',
    options: { ...selected, message: 'ask bob' },
    sent: { ...selected, message: 'ask bob' },
  },
])('$what reach the server as it takes them', async ({ options, sent }) => {
  const asked: unknown[] = [];
  const url = await serve((incoming, outgoing) => {
    const tell = (body: string): void => {
      asked.push(incoming.method, incoming.url, JSON.parse(body));
      answer(outgoing, { metadata: { name: 'recovery' }, spec: {} });
    };
    void text(incoming).then(tell);
  });
  const { workflows } = argoWorkflowsClient({ url });
  const { metadata } = await workflows.set('velero', 'recovery', options);
  expect(metadata.name).toBe('recovery');
  expect(asked).toEqual([
    'PUT',
    '/api/v1/workflows/velero/recovery/set',
    { namespace: 'velero', name: 'recovery', ...sent },
  ]);
});
