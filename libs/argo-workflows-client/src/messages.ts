import { InvalidResponse } from './failures.ts';
import { read } from './json.ts';
import { lines } from './lines.ts';
import { isRecord } from './record.ts';
import { failureIn } from './refusal.ts';

/**
 * The results in a stream of the server: server-sent events of one `data:` line each, or bare JSON
 * lines, as proxies may not pass on that events were asked for. Comments keep the connection alive.
 *
 * @param onComment called for each comment: the server has nothing to say, but is there
 * @throws what the server says in the stream, or `InvalidResponse` for what is no JSON
 */
export async function* messages<Result>(
  chunks: AsyncIterable<Uint8Array>,
  onComment: () => void,
): AsyncGenerator<Result> {
  for await (const line of lines(chunks)) {
    if (line.startsWith(':')) onComment();
    const data = /^(?:data:|(?=\{))(.*)$/s.exec(line)?.[1];
    if (data !== undefined) yield resultOf<Result>(read(data, JSON.parse), data);
  }
}

interface Message<Result> {
  readonly result?: Result;
}

function resultOf<Result>(message: Message<Result> | null, data: string): Result {
  const failure = failureIn(message);
  if (failure) throw failure;
  const result = message?.result;
  if (isRecord(result)) return result;
  throw new InvalidResponse(`a message in the stream has no result: ${data.slice(0, 100)}`);
}
