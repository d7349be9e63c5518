/** What the client asks of `fetch`; the global one will do. */
export type Fetch = (url: URL, request: FetchRequest) => Promise<Response>;

export interface FetchRequest {
  readonly method: 'DELETE' | 'GET' | 'POST' | 'PUT';
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** The API redirects nowhere; who does wants a person to log in. */
  readonly redirect: 'manual';
}
