import type { Scenario as Disaster } from '@resilience/config/scenario';

import type { Stage } from './stage.ts';

/** What a disaster cost. */
export interface Measured {
  /** Milliseconds from the disaster until the service was well again, with its data compared. */
  readonly recoveryTime: number;
  /** Milliseconds before the disaster of which what was written is gone. */
  readonly dataLoss: number;
}

/** Something is destroyed, and comes back. */
export interface Scenario {
  readonly name: string;
  /** As the declaration calls it. */
  readonly disaster: Disaster;
  /** The declared service whose objectives count. */
  readonly service: string;
  /** Kubernetes brings it back: no runbook runs, and leaves a report. */
  readonly healsItself?: true;
  /** What is destroyed is the cluster itself, or a disk of it. */
  readonly breaksCluster?: true;
  /** @throws when something does not come back, or not as it was */
  readonly run: (stage: Stage) => Promise<Measured>;
}
