import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';

import type { Fetch, FetchRequest } from './fetch.ts';

/** What a TLS connection is made with; PEM texts. */
export interface Credentials {
  /** Who signs the server's certificate, instead of the authorities that Node knows. */
  readonly ca?: string;
  /** The client's own certificate, followed by those between it and its authority. */
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  /** The name that the server's certificate has to have, if it is not that of the URL. */
  readonly servername?: string;
}

/**
 * A `fetch` with a client certificate, an authority of one's own, or both.
 *
 * @param credentials or what gives the present ones: it is asked before each request
 */
export function httpsFetch(
  credentials: Credentials | (() => Credentials | Promise<Credentials>),
): Fetch {
  const agent = new Agent({ keepAlive: true });
  return async (url, fetchRequest) => {
    const present = typeof credentials === 'function' ? await credentials() : credentials;
    return send(url, fetchRequest, { ...present, agent });
  };
}

const send = (
  url: URL,
  { method, headers, body, signal }: FetchRequest,
  options: Credentials & { readonly agent: Agent },
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = request(url, {
      ...options,
      method,
      headers: { ...headers, ...length },
      signal,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => resolve(toResponse(incoming)));
    outgoing.end(body);
  });

function toResponse(incoming: IncomingMessage): Response {
  const { statusCode: status = 502, statusMessage: statusText = '', rawHeaders } = incoming;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  if (status === 204 || status === 304) return new Response(null, { status, statusText, headers });
  return new Response(Readable.toWeb(incoming), { status, statusText, headers });
}
