import { Backoff, type RetryPolicy } from './backoff.ts';
import { type Call, urlOf } from './call.ts';
import { Deadline } from './deadline.ts';
import {
  ArgoWorkflowsError,
  ConnectionFailed,
  InvalidResponse,
  Timeout,
  Unavailable,
} from './failures.ts';
import type { Fetch, FetchRequest } from './fetch.ts';
import { read } from './json.ts';
import { messages } from './messages.ts';
import { reasonOf } from './reason.ts';
import { failureOf } from './refusal.ts';
import { authorizationOf, type Token } from './token.ts';

export interface ConnectionOptions {
  /** Such as `https://argo.example:2746`, with the path below which a proxy serves it, if any. */
  readonly url: string | URL;
  /** Left out where the server asks for none. */
  readonly token?: Token;
  /** Instead of the global one, for example to present a client certificate. */
  readonly fetch?: Fetch;
  /** For each try of a request; 30,000 if left out. Streams have none. */
  readonly timeoutMilliseconds?: number;
  /** Without a byte on a stream; 60,000 if left out: the server sends a comment every 15 s. */
  readonly idleTimeoutMilliseconds?: number;
  /** For reads when the server is not reached or says 503, and for watches that break off. */
  readonly retry?: RetryPolicy;
}

interface StreamCall extends Omit<Call, 'method' | 'body'> {
  /** Called when the server has nothing to say, but is there. */
  readonly onComment?: () => void;
}

/** Speaks HTTP with one server. */
export class Connection {
  readonly #base: string;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    const { origin, pathname } = new URL(options.url);
    this.#base = `${origin}${pathname.replace(/\/+$/, '')}`;
    this.#options = options;
  }

  /** Counts failures in a row, by the policy of this connection. */
  backoff(): Backoff {
    const { retry } = this.#options;
    return new Backoff(
      retry ?? { retries: 5, initialDelayMilliseconds: 500, maximumDelayMilliseconds: 30_000 },
    );
  }

  /**
   * Makes a request and reads its JSON. Only a GET is tried again: whether any other was carried out
   * is not known.
   */
  async request<Result>(call: Call): Promise<Result> {
    const backoff = this.backoff();
    for (;;) {
      try {
        return await this.#try<Result>(call);
      } catch (error) {
        const passes = error instanceof ConnectionFailed || error instanceof Unavailable;
        if (call.method !== 'GET' || !passes) throw error;
        await backoff.wait(error, call.signal);
      }
    }
  }

  /** Reads the results in a stream until the server ends it. A break-off is an error, never an end. */
  stream<Result>({ onComment = () => {}, ...call }: StreamCall): AsyncGenerator<Result> {
    return messages<Result>(this.#chunks({ ...call, method: 'GET' }), onComment);
  }

  async #try<Result>(call: Call): Promise<Result> {
    const url = urlOf(this.#base, call);
    const deadline = new Deadline(this.#options.timeoutMilliseconds ?? 30_000);
    const request = await this.#prepare(call, deadline, 'application/json');
    try {
      deadline.start();
      const response = await this.#send(url, request);
      return read<Result>(await response.text(), JSON.parse);
    } catch (error) {
      throw explain(error, call, url, deadline);
    } finally {
      deadline.stop();
    }
  }

  async *#chunks(call: Call): AsyncGenerator<Uint8Array> {
    const url = urlOf(this.#base, call);
    const idle = new Deadline(this.#options.idleTimeoutMilliseconds ?? 60_000);
    const request = await this.#prepare(call, idle, 'text/event-stream');
    try {
      idle.start();
      const body = await streamOf(await this.#send(url, request));
      for await (const chunk of body) {
        // Only the server is timed, not who reads.
        idle.stop();
        yield chunk;
        idle.start();
      }
    } catch (error) {
      throw explain(error, call, url, idle);
    } finally {
      idle.stop();
    }
  }

  async #prepare(call: Call, deadline: Deadline, accept: string): Promise<FetchRequest> {
    const { token } = this.#options;
    call.signal?.throwIfAborted();
    return {
      method: call.method,
      headers: {
        accept,
        ...(token !== undefined && { authorization: await authorizationOf(token) }),
        ...(call.body && { 'content-type': 'application/json' }),
      },
      ...(call.body && { body: JSON.stringify(call.body) }),
      signal: deadline.or(call.signal),
      redirect: 'manual',
    };
  }

  async #send(url: URL, request: FetchRequest): Promise<Response> {
    const response = await (this.#options.fetch ?? fetch)(url, request);
    if (!response.ok) throw await failureOf(response);
    return response;
  }
}

/** Tells apart who ended the request. */
function explain(error: unknown, call: Call, url: URL, deadline: Deadline): unknown {
  if (error instanceof ArgoWorkflowsError) return error;
  if (call.signal?.aborted) return call.signal.reason;
  const what = `${call.method} ${url.origin}${url.pathname}`;
  return deadline.isOver
    ? new Timeout(`${what}: nothing came for ${deadline.milliseconds} ms`, { cause: error })
    : new ConnectionFailed(`${what}: ${reasonOf(error)}`, { cause: error });
}

async function streamOf({ headers, body }: Response): Promise<AsyncIterable<Uint8Array>> {
  const type = headers.get('content-type') ?? '';
  if (body && /^(text\/event-stream|application\/json)\b/.test(type)) return body;
  await body?.cancel();
  throw new InvalidResponse(`a stream was expected, not ${type || 'an answer without a type'}`);
}
