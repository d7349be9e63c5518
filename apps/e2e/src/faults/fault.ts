import type { AwsClients } from '../aws/clients.ts';
import type { Cluster } from '../platform/cluster.ts';
import type { Machine } from '../platform/machine.ts';

/** Where faults are made. */
export interface FaultStage {
  readonly machine: Machine;
  readonly cluster: Cluster;
  readonly aws: AwsClients;
  /** The bucket of the backups. */
  readonly bucket: string;
  /** A backup that was Completed, and could be restored, before anything broke. */
  readonly safe: string;
  /** Waits until an alert is active for what has happened since the fault began. @returns its name, or nothing where nobody watches */
  readonly alerted: (alert: string) => Promise<string>;
}

/** One thing that breaks while backups or restores are made. */
export interface Fault {
  readonly name: string;
  /** What is broken, for people. */
  readonly what: string;
  /** Whether pods have to run for it. */
  readonly needsNode?: true;
  /** What is broken is the cluster itself, or a disk of it. */
  readonly breaksCluster?: true;
  /** Velero takes it for a success; what has to be done against that. */
  readonly remedy?: string;
  /** The safe backup itself is what is broken: another is made afterwards. */
  readonly breaksSafe?: true;
  /**
   * Breaks it, sees how it is told, and heals it.
   *
   * @returns how it was told, for people
   * @throws when it was told to be well, or not told at all
   */
  readonly run: (stage: FaultStage) => Promise<string>;
}
