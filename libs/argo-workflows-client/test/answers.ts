import type { ServerResponse } from 'node:http';

/** As grpc-gateway writes an error: the status by its code, and a body of two fields. */
export function refuse(
  outgoing: ServerResponse,
  httpStatus: number,
  error: { readonly code: number; readonly message: string },
): void {
  outgoing.writeHead(httpStatus, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(error));
}

export function answer(outgoing: ServerResponse, body: unknown): void {
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}

/** Begins a stream of server-sent events. */
export function openStream(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  outgoing.flushHeaders();
}

/** As the server frames a message: a blank before the line's end, and two empty lines. */
export const framed = (message: unknown): string => `data: ${JSON.stringify(message)} \n\n\n`;

/** What the server sends each 15 seconds. */
export const comment = ':\n';

export const eventOf = (type: string, resourceVersion: string, name = 'drill'): unknown => ({
  result: { type, object: { metadata: { name, resourceVersion }, spec: {} } },
});

/** The last message of a stream that fails after it has begun. */
export const streamError = (grpcCode: number, httpCode: number, message: string): unknown => ({
  error: { grpc_code: grpcCode, http_code: httpCode, message, http_status: 'Error' },
});
