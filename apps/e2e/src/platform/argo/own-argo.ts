import { startArgo } from './argo.ts';
import type { ArgoPrograms } from './programs.ts';
import type { StartArgo } from './runbooks.ts';

/** Argo that there is for a cluster. */
export interface AvailableArgo {
  readonly start: StartArgo;
  /** How it differs from Argo as it is, a line each. */
  readonly differences: readonly string[];
}

/** Argo that is started by programs of this machine. */
export const ownArgo = (programs: ArgoPrograms): AvailableArgo => ({
  start: (run) => startArgo(programs, run),
  differences: ['Argo looks every second how a restore is getting on, and not every five'],
});
