/** What a failure is told apart by, without `instanceof`. */
export type FailureKind =
  | 'invalid-argument'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-many-requests'
  | 'unavailable'
  | 'server-error'
  | 'timeout'
  | 'connection-failed'
  | 'invalid-response';

/** Everything that the client throws, apart from wrong arguments and the reason of an abort. */
export abstract class ArgoWorkflowsError extends Error {
  abstract readonly kind: FailureKind;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** What the server said when it refused. */
export interface Refusal {
  /** In the server's own words. */
  readonly message: string;
  readonly httpStatus: number;
  /** Of https://grpc.io/docs/guides/status-codes/, unless something before the server answered. */
  readonly grpcCode?: number;
}

/** The server, or a proxy before it, answered with an error; `message` is what it said. */
export abstract class Refused extends ArgoWorkflowsError {
  readonly httpStatus: number;
  readonly grpcCode: number | undefined;

  constructor({ message, httpStatus, grpcCode }: Refusal) {
    super(message);
    this.httpStatus = httpStatus;
    this.grpcCode = grpcCode;
  }
}

/** 400: what was asked for is malformed, or cannot be done in the present state of the object. */
export class InvalidArgument extends Refused {
  readonly kind = 'invalid-argument';
}

/** 401: no token, or one that is not valid or is over. */
export class Unauthorized extends Refused {
  readonly kind = 'unauthorized';
}

/** 403: the token's account may not do this. */
export class Forbidden extends Refused {
  readonly kind = 'forbidden';
}

/** 404. */
export class NotFound extends Refused {
  readonly kind = 'not-found';
}

/** 409: the name is taken, or somebody else changed the object in the same moment. */
export class Conflict extends Refused {
  readonly kind = 'conflict';
}

/** 429: above the server's rate limit. A watch that the API server has ended says this, too. */
export class TooManyRequests extends Refused {
  readonly kind = 'too-many-requests';
}

/** 502 or 503: the server, or what it needs, is not up. It says so for about a second as it starts. */
export class Unavailable extends Refused {
  readonly kind = 'unavailable';
}

/** Any other 5xx. */
export class ServerError extends Refused {
  readonly kind = 'server-error';
}

/** Nothing came in time: by this client's clock, or (504) by that of the server. */
export class Timeout extends ArgoWorkflowsError {
  readonly kind = 'timeout';
}

/** There was no answer, or it broke off; `cause` is the error of the network. */
export class ConnectionFailed extends ArgoWorkflowsError {
  readonly kind = 'connection-failed';
}

/** The answer is not one of an Argo Workflows server: look at the URL, and at proxies. */
export class InvalidResponse extends ArgoWorkflowsError {
  readonly kind = 'invalid-response';
}
