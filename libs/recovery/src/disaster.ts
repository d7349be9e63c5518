import type { Step } from '@resilience/config/recovery';
import type { Scenario } from '@resilience/config/scenario';

/** What restores data: counted by how much there is of it, not by a fixed time. */
export type Stage = Exclude<Step, 'check' | 'volume-creation'> | 'objects' | 'volumes' | 'checks';

/** A part of the way from the disaster to the service that is back, in which somebody does something. */
export type Phase = 'detection' | 'decision' | Stage;

/** What a disaster leaves, and the way back. */
export interface Disaster {
  /** Volumes themselves stay as they are: nothing has to be restored. */
  readonly keepsVolumes: boolean;
  /** EBS snapshots of the region can be read. */
  readonly keepsSnapshots: boolean;
  /** The bucket that Velero writes to can be read. */
  readonly keepsBucket: boolean;
  /** What has to be restored at once: services wait for those of the same or a higher tier. */
  readonly restores: 'service' | 'cluster';
  /** When the recovery time begins; until the discovery what must be restored can grow old. */
  readonly clock: 'disaster' | 'discovery';
  /** In their order. */
  readonly stages: readonly Stage[];
}

const restore = ['objects', 'volumes', 'pod-start', 'checks'] as const;

const inPlace: Disaster = {
  keepsVolumes: false,
  keepsSnapshots: true,
  keepsBucket: true,
  restores: 'service',
  clock: 'disaster',
  stages: ['pre-flight', ...restore],
};

export const disasters: Readonly<Record<Scenario, Disaster>> = {
  'pod-failure': { ...inPlace, keepsVolumes: true, stages: ['pod-start'] },
  'volume-corruption': inPlace,
  'namespace-deletion': inPlace,
  'cluster-corruption': {
    ...inPlace,
    restores: 'cluster',
    stages: ['cluster-build', 'pre-flight', ...restore],
  },
  // The DR cluster waits with the replica mounted.
  'region-failure': {
    ...inPlace,
    keepsSnapshots: false,
    keepsBucket: false,
    restores: 'cluster',
    stages: ['pre-flight', ...restore, 'traffic-switch'],
  },
  'bucket-loss': {
    ...inPlace,
    keepsBucket: false,
    stages: ['replica-mount', 'pre-flight', ...restore],
  },
  'key-loss': {
    ...inPlace,
    keepsSnapshots: false,
    keepsBucket: false,
    stages: ['replica-mount', 'pre-flight', ...restore],
  },
  // Velero's role may delete snapshots and objects; it has no right in the replica.
  'malicious-deletion': {
    ...inPlace,
    keepsSnapshots: false,
    keepsBucket: false,
    restores: 'cluster',
    clock: 'discovery',
    stages: ['cluster-build', 'replica-mount', 'pre-flight', ...restore],
  },
  'late-discovery': { ...inPlace, clock: 'discovery' },
};

/** All that a recovery time is counted over, in its order. */
export function phasesOf(scenario: Scenario): readonly Phase[] {
  const { clock, stages } = disasters[scenario];
  return [...(clock === 'disaster' ? (['detection'] as const) : []), 'decision', ...stages];
}
