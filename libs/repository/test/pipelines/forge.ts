import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment, an issue or a pull request, as far as scripts look at them. */
interface Item {
  readonly id: number;
  readonly number?: number;
  readonly user: { readonly login: string };
  body?: string;
  title?: string;
  state?: string;
  readonly pull_request?: object;
}

/** A forge of this machine, which keeps what scripts send to it. */
export interface Forge {
  readonly url: string;
  /** METHOD and path without the repository, of what was no GET. */
  readonly written: string[];
  readonly comments: Item[];
  readonly issues: Item[];
  readonly pulls: object[];
  readonly tokens: Set<string>;
  /** Rules of the environments that somebody has made. */
  readonly protection: Map<string, readonly string[]>;
  close(): void;
}

const bot = 'github-actions[bot]';

export async function startForge(): Promise<Forge> {
  const forge = {
    written: [] as string[],
    comments: [] as Item[],
    issues: [] as Item[],
    pulls: [] as object[],
    tokens: new Set<string>(),
    protection: new Map<string, readonly string[]>(),
  };
  const server = createServer((request, response) => {
    void respond(forge, request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { ...forge, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

interface Answer {
  readonly status: number;
  readonly value?: unknown;
}

type Kept = Omit<Forge, 'url' | 'close'>;

async function respond(
  forge: Kept,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, value } = await answer(forge, request);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(value === undefined ? '' : JSON.stringify(value));
}

async function answer(forge: Kept, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '', 'http://forge');
  const path = url.pathname.replace('/repos/acme/resilience/', '');
  forge.tokens.add(request.headers.authorization ?? 'nobody');
  if (request.method === 'GET') return read(forge, path, url.searchParams);
  forge.written.push(`${request.method} ${path}`);
  const sent = JSON.parse(await text(request)) as { body?: string };
  // As GitHub does.
  if ((sent.body?.length ?? 0) > 65_536) return { status: 422 };
  return { status: 200, value: write(forge, path, sent) };
}

function read(forge: Kept, path: string, query: URLSearchParams): Answer {
  const page = (all: readonly object[]): Answer => {
    const size = Number(query.get('per_page') ?? 30);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return { status: 200, value: all.slice(start, start + size) };
  };
  if (path === 'issues/7/comments') return page(forge.comments);
  if (path === 'issues') return page(forge.issues.filter(({ state }) => state === 'open'));
  if (path === 'pulls') return page(forge.pulls);
  const rules = forge.protection.get(path.replace('environments/', ''));
  if (!rules) return { status: 404, value: { message: 'Not Found' } };
  return { status: 200, value: { protection_rules: rules.map((type) => ({ type })) } };
}

function write(forge: Kept, path: string, sent: object): unknown {
  const of = (all: readonly Item[], key: 'id' | 'number') =>
    Object.assign(all.find((item) => String(item[key]) === path.split('/').at(-1)) ?? {}, sent);
  if (path === 'issues/7/comments') return add(forge.comments, sent);
  if (path.startsWith('issues/comments/')) return of(forge.comments, 'id');
  if (path === 'issues')
    return add(forge.issues, sent, { number: 10 + forge.issues.length, state: 'open' });
  if (path.startsWith('issues/')) return of(forge.issues, 'number');
  if (path === 'pulls') return forge.pulls.push(sent);
  return undefined;
}

const add = (all: Item[], sent: object, more: object = {}): number =>
  all.push({ id: 100 + all.length, user: { login: bot }, ...more, ...sent });

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
