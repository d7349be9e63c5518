import type { Preset } from '@resilience/config/presets/preset';

import type { Expectation } from '../damage.ts';

/** A server of which a preset says how it is copied and checked; its workload is `db`, its container `main`. */
export interface Software {
  readonly name: string;
  /** The program and its version, for people. */
  readonly version: string;
  /** @param data where the server keeps its files */
  readonly preset: (data: string) => Preset;
  /** @throws when the server does not answer in time, or ends */
  readonly start: (data: string) => Promise<Running>;
  /** Fills a running server. */
  readonly fill: (data: string) => void | Promise<void>;
  /** @throws where the hooks did not leave what they are there for */
  readonly hooked?: (data: string) => void;
  /** A shell script that runs its arguments as the container of the server would. */
  readonly container: (data: string) => string;
  readonly cases: readonly SoftwareCase[];
}

export interface Running {
  /** The ports of the pod, on this machine. */
  readonly ports: Readonly<Record<number, number>>;
  /** Lets nothing be written any more, as while a snapshot is made. */
  readonly freeze: () => void;
  readonly kill: () => Promise<void>;
}

/** One way in which a restored copy is not what it was; or that it is. */
export interface SoftwareCase extends Expectation {
  readonly name: string;
  /** The copy that is restored: `snapshot` unless said, or a folder that never held anything. */
  readonly from?: 'snapshot' | 'nothing';
  /** What is done to the files before the server starts. */
  readonly files?: (data: string) => void;
  /** The words of a command of a person, once the server runs. */
  readonly inContainer?: (data: string) => readonly string[];
  /** The hooks after the restore are known to fail. */
  readonly isRefused?: true;
  /** The server is known not to start. */
  readonly isDown?: true;
}
