import type { Client } from '../apiserver/client.ts';
import type { Access } from '../apiserver/kubeconfig-of.ts';
import type { CommandLine } from './command-line.ts';

/** A cluster, and the command line that is logged in to it. */
export interface Platform {
  readonly client: Client;
  readonly access: Access;
  readonly commandLine: CommandLine;
}
