import type { CallOptions } from './call.ts';
import type { Connection } from './connection.ts';

export interface Version {
  /** Such as `v4.1.2`. */
  readonly version: string;
  readonly buildDate: string;
  readonly gitCommit: string;
  readonly gitTag: string;
  readonly gitTreeState: string;
  readonly goVersion: string;
  readonly compiler: string;
  readonly platform: string;
}

export interface Info {
  /** The only namespace that the server sees, if it is not the whole cluster. */
  readonly managedNamespace?: string;
  readonly links?: readonly Link[];
}

/** A link that the server's pages show, with `${metadata.name}` and the like in its URL. */
interface Link {
  readonly name: string;
  /** Such as `workflow`, `pod` or `pod-logs`. */
  readonly scope: string;
  readonly url: string;
}

/** Whom the server takes the token's owner for. */
export interface UserInfo {
  readonly issuer?: string;
  readonly subject?: string;
  readonly groups?: readonly string[];
  readonly email?: string;
  readonly name?: string;
  readonly serviceAccountName?: string;
  readonly serviceAccountNamespace?: string;
}

/** The server itself. */
export class Server {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  version(options: CallOptions = {}): Promise<Version> {
    return this.#connection.request({ ...options, method: 'GET', path: ['version'] });
  }

  info(options: CallOptions = {}): Promise<Info> {
    return this.#connection.request({ ...options, method: 'GET', path: ['info'] });
  }

  userInfo(options: CallOptions = {}): Promise<UserInfo> {
    return this.#connection.request({ ...options, method: 'GET', path: ['userinfo'] });
  }
}
