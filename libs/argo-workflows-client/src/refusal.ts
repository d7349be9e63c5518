import {
  type ArgoWorkflowsError,
  Conflict,
  Forbidden,
  InvalidArgument,
  InvalidResponse,
  NotFound,
  type Refusal,
  type Refused,
  ServerError,
  Timeout,
  TooManyRequests,
  Unauthorized,
  Unavailable,
} from './failures.ts';
import { isRecord } from './record.ts';

const refusals: Readonly<Record<number, new (refusal: Refusal) => Refused>> = {
  400: InvalidArgument,
  401: Unauthorized,
  403: Forbidden,
  404: NotFound,
  409: Conflict,
  429: TooManyRequests,
  502: Unavailable,
  503: Unavailable,
};

/** The failure of an answer that is not of the 2xx. */
export async function failureOf(response: Response): Promise<ArgoWorkflowsError> {
  const { status, statusText } = response;
  const body = await response.text();
  const refusal = refusalIn(body);
  return toFailure({ message: shortened(body) || statusText, ...refusal, httpStatus: status });
}

/** The failure that a message in a stream tells of, if it does. */
export function failureIn(message: unknown): ArgoWorkflowsError | undefined {
  const refusal = parseRefusal(message);
  return refusal && toFailure({ httpStatus: 500, ...refusal });
}

function toFailure(refusal: Refusal): ArgoWorkflowsError {
  const { httpStatus, message } = refusal;
  if (httpStatus === 504) return new Timeout(message);
  if (httpStatus < 400) return new InvalidResponse(`answered with ${httpStatus}: ${message}`);
  const Kind = refusals[httpStatus] ?? (httpStatus < 500 ? InvalidArgument : ServerError);
  return new Kind(refusal);
}

/** A stream that fails before its first message frames its error as a server-sent event. */
function refusalIn(body: string): Omit<Refusal, 'httpStatus'> | undefined {
  try {
    return parseRefusal(JSON.parse(body.replace(/^data:/, '')));
  } catch {
    return undefined;
  }
}

/** grpc-gateway writes `{code, message}` for a request, and `{error: {grpc_code, …}}` in a stream. */
function parseRefusal(answer: unknown): (Partial<Refusal> & { message: string }) | undefined {
  if (!isRecord(answer)) return undefined;
  const { error, code, message } = answer;
  if (isRecord(error)) {
    const { grpc_code: grpcCode, http_code: httpStatus } = error;
    return {
      message: typeof error['message'] === 'string' ? error['message'] : 'the stream failed',
      ...(typeof grpcCode === 'number' && { grpcCode }),
      ...(typeof httpStatus === 'number' && { httpStatus }),
    };
  }
  if (typeof code !== 'number' || typeof message !== 'string') return undefined;
  return { message, grpcCode: code };
}

/** What proxies answer can be a page. */
const shortened = (text: string): string => text.trim().slice(0, 200);
