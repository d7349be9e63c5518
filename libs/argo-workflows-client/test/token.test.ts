import { expect, test } from 'vitest';

import { argoWorkflowsClient } from '../src/client.ts';
import { authorizationOf } from '../src/token.ts';
import { answer } from './answers.ts';
import { serve } from './listen.ts';

test.each([
  ['eyJhbGciOi.J9', 'Bearer eyJhbGciOi.J9'],
  ['  eyJhbGciOi.J9\n', 'Bearer eyJhbGciOi.J9'],
  ['Bearer v2:eyJhbGciOi', 'Bearer v2:eyJhbGciOi'],
])('%j becomes the header %j', async (token, header) => {
  expect(await authorizationOf(token)).toBe(header);
});

test.each(['', 'two\nlines', 'three words here', 'sécret'])(
  '%j is refused, and not shown',
  async (token) => {
    await expect(authorizationOf(token)).rejects.toThrow(
      new TypeError('the token is empty, or has characters that no header may have'),
    );
  },
);

test('a token that changes is asked for before each request', async () => {
  const seen: (string | undefined)[] = [];
  const url = await serve(({ headers }, outgoing) => {
    seen.push(headers.authorization);
    answer(outgoing, {});
  });
  const tokens = ['first', 'second'];
  const argo = argoWorkflowsClient({ url, token: async () => tokens.shift() ?? 'none' });
  await argo.server.info();
  await argo.server.userInfo();
  expect(seen).toEqual(['Bearer first', 'Bearer second']);
});

test('who gives the token is told by its own error, and the server is not asked', async () => {
  const failure = new Error('no such file');
  let requests = 0;
  const url = await serve(() => {
    requests += 1;
  });
  const argo = argoWorkflowsClient({
    url,
    token: () => {
      throw failure;
    },
  });
  await expect(argo.server.version()).rejects.toBe(failure);
  expect(requests).toBe(0);
});
