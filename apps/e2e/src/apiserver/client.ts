import { request } from 'node:https';

import { waitUntil } from '../wait-until.ts';

/** A Kubernetes object, as far as requests are made of it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly resourceVersion?: string;
  };
  readonly [key: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly path?: string;
  /** Read at each request: the API server makes its certificate while it starts. */
  readonly ca: () => string | undefined;
  /** Whether its certificate is taken as it is. */
  readonly isTrusted?: boolean;
  readonly token?: string;
  readonly cert?: string;
  readonly key?: string;
}

interface Options {
  readonly body?: object;
  readonly contentType?: string;
  /** Whom the administrator speaks for. */
  readonly as?: string;
}

/** Speaks to an API server as its administrator, or for somebody else. */
export class Client {
  readonly #connection: Connection;
  readonly #resources = new Map<string, readonly Resource[]>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @returns whatever the API server answers, refusals too */
  request(method: string, path: string, options: Options = {}): Promise<Answer> {
    const { body, contentType = 'application/json', as } = options;
    const {
      host,
      port,
      path: prefix = '',
      ca,
      isTrusted = false,
      token,
      cert,
      key,
    } = this.#connection;
    const text = body && JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const outgoing = request({
        host,
        port,
        method,
        path: `${prefix}${path}`,
        ca: ca(),
        rejectUnauthorized: !isTrusted,
        cert,
        key,
        // The certificate that an API server makes for itself names other hosts.
        ...(host === '127.0.0.1' && { checkServerIdentity: () => undefined }),
        headers: {
          accept: 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(as !== undefined && impersonation(as)),
          ...(text !== undefined && {
            'content-type': contentType,
            'content-length': Buffer.byteLength(text),
          }),
        },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          const isJson = incoming.headers['content-type']?.includes('json') === true;
          resolve({
            status: incoming.statusCode ?? 0,
            body: isJson ? JSON.parse(answer) : answer,
          });
        });
      });
      outgoing.end(text);
    });
  }

  /** Applies an object on the server's side, as ArgoCD does; unknown and doubled fields are refused. */
  async apply(object: Manifest, as?: string): Promise<Manifest> {
    const path = `${await this.pathOf(object)}?fieldManager=argocd&force=true&fieldValidation=Strict`;
    const contentType = 'application/apply-patch+yaml';
    const options = { body: object, contentType, ...(as !== undefined && { as }) };
    return succeeded(await this.request('PATCH', path, options));
  }

  /** @returns the object's address, or with `collection` that of its kind */
  async pathOf(object: Manifest, collection = false): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const resource = await this.#resourceOf(base, kind);
    const inNamespace = resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    return `${base}${inNamespace}/${resource.name}${collection ? '' : `/${metadata.name}`}`;
  }

  /** A definition can be established a moment before discovery lists its kind. */
  async #resourceOf(base: string, kind: string): Promise<Resource> {
    const named = (resource: Resource): boolean =>
      resource.kind === kind && !resource.name.includes('/');
    return (
      this.#resources.get(base)?.find(named) ??
      (await waitUntil(`the API server knows ${kind} of ${base}`, 30_000, async () => {
        const resources = await this.#discover(base);
        this.#resources.set(base, resources);
        return resources.find(named);
      }))
    );
  }

  async #discover(base: string): Promise<Resource[]> {
    const answer = await this.request('GET', base);
    return answer.status === 404 ? [] : (succeeded(answer)['resources'] as Resource[]);
  }
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** A service account is in groups of its own; a person here is an administrator of the cluster. */
const impersonation = (user: string): Record<string, string | string[]> => ({
  'impersonate-user': user,
  'impersonate-group': ['system:masters', 'system:authenticated'],
});

/** @throws what the API server says when it refuses */
export function succeeded({ status, body }: Answer): Manifest {
  if (status < 300) return body as Manifest;
  throw new Error(`${status}: ${messageOf(body)}`);
}

/** What a person would see. */
export const messageOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'message' in body
    ? String(body.message)
    : JSON.stringify(body);
