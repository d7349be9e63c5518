import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';
import type { Argo } from '../platform/argo/argo.ts';

/** Where drills are run: a cluster whose services are backed up. */
export interface DrillStage {
  readonly machine: Machine;
  readonly cluster: Cluster;
  readonly argo: Argo;
  /** Waits until an alert is active for what has happened since the case began. @returns its name, or nothing where nobody watches */
  readonly alerted: (alert: string) => Promise<string>;
}

/** A run of a rendered workflow, in which something goes wrong or nothing does. */
export interface DrillCase {
  readonly name: string;
  /** What happens, for people. */
  readonly what: string;
  /**
   * Runs it, and looks at what it left.
   *
   * @returns what was found, for people
   * @throws when anything is not as it has to be
   */
  readonly run: (stage: DrillStage) => Promise<string>;
}
