import type { Preset } from '@resilience/config/presets/preset';

import type { DatabaseCase } from './damage.ts';

/** A kind of database server, to be filled, copied, damaged and started again. */
export interface Engine {
  readonly name: 'postgres' | 'mysql';
  /** The program and its version, for people. */
  readonly version: string;
  /** What is declared of it; its hooks that are commands are run, too. */
  readonly preset: Preset;
  /** Makes a new folder of data that holds nothing. */
  readonly initialise: (data: string) => void;
  /** @throws when the server does not answer in time */
  readonly start: (data: string) => Promise<Server>;
  /** Statements that make the database and fill it, with times relative to now. */
  readonly fill: (server: Server) => void;
  /** A dump of the database, and how it is read into a new server. */
  readonly dump: (data: string) => string;
  readonly load: (data: string, dump: string) => void;
  /** What becomes of copies; asked of the filled server, before it is copied. */
  readonly cases: (server: Server, data: string) => readonly DatabaseCase[];
  /** A shell script that runs its arguments as the container of the server would. */
  readonly container: (data: string) => string;
}

export interface Server {
  /** @returns what the server says, a row a line */
  readonly sql: (statements: string, database?: string) => string;
  /** Lets it write everything, and waits for its end. */
  readonly stop: () => Promise<void>;
  /** Lets it end as by a power cut. */
  readonly crash: () => Promise<void>;
}

/** The password of the administrator: no output may hold it. */
export const secret = 'c0rrect-horse';

export const rows = 5_000;
