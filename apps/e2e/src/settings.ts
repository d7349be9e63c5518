import type { Cleanups } from './cleanups.ts';
import type { Report } from './report.ts';

/** What all that is played in a run shares. */
export interface Settings {
  /** Of which the rendered files are installed. */
  readonly environment: string;
  readonly cleanups: Cleanups;
  readonly report: Report;
  /** Whether another scenario or fault may begin. */
  readonly mayBegin: () => boolean;
}

/** Why something was not begun. */
export const wasStopped = 'the run was stopped before it';

/** Why something that breaks a cluster is not done. */
export const notOurs = 'the cluster of KUBECONFIG is not ours to break';

/** What can be asked for. */
export interface Playable {
  readonly name: string;
  /** What is broken is the cluster itself, or a disk of it. */
  readonly breaksCluster?: true;
}

/** Whether it is played. */
export type IsAsked = (one: Playable) => boolean;
