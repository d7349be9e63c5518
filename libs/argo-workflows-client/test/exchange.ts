/** A request that a real server was sent, and what it answered. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    /** With its query. */
    readonly path: string;
    readonly accept: string;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly contentType: string;
    /** As the bytes came, one text for each time. */
    readonly chunks: readonly string[];
    /** Whether the server was at its end, and was not cut off by the client. */
    readonly ended: boolean;
  };
}
