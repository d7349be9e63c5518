import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { onTestFinished } from 'vitest';

export const began = '2026-11-01T07:00:00Z';
export const ended = { finishedAt: '2026-11-01T07:01:05Z' };

export const node = (displayName: string, phase: string, more: object = {}) => ({
  id: displayName,
  name: `d.${displayName}`,
  displayName,
  type: 'Pod',
  phase,
  startedAt: began,
  ...more,
});

export const workflow = (
  phase: string,
  nodes: readonly ReturnType<typeof node>[],
  more: object = {},
) => ({
  metadata: {
    name: 'drill-validation-x',
    creationTimestamp: began,
    resourceVersion: '7',
    labels: { 'resilience-layer/drill': 'validation' },
  },
  spec: {},
  status: {
    phase,
    startedAt: began,
    nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
    ...more,
  },
});

/**
 * Serves what argo-server would of a workflow that goes through these states, and notes what it was asked.
 *
 * @param others what it answers for other kinds, such as `workflow-templates`
 */
export async function argoServer(
  states: readonly object[],
  others: Readonly<Record<string, object>> = {},
): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const answer = (body: string): void => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      asked.push(`${request.method} ${path} ${body}`.trim());
      const other = others[path.split('/')[3] ?? ''];
      if (other) response.end(JSON.stringify(other));
      else write(`${request.method} ${path}`, states, response);
    };
    void text(request).then(answer);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function write(call: string, states: readonly object[], response: ServerResponse): void {
  if (!call.startsWith('GET /api/v1/workflow-events/')) {
    const isList = /^GET \/api\/v1\/workflows\/[^/]+$/.test(call);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isList ? { metadata: {}, items: states } : states[0]));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const object of states) {
    response.write(`data: ${JSON.stringify({ result: { type: 'MODIFIED', object } })}\n\n`);
  }
}
