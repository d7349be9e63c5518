import type { Scenario } from '@resilience/config/scenario';

/** What a disaster leaves. */
interface Disaster {
  /** Volumes themselves stay as they are: nothing has to be restored. */
  readonly keepsVolumes: boolean;
  readonly keepsRegion: boolean;
}

export const disasters: Readonly<Record<Scenario, Disaster>> = {
  'pod-failure': { keepsVolumes: true, keepsRegion: true },
  'volume-corruption': { keepsVolumes: false, keepsRegion: true },
  'namespace-deletion': { keepsVolumes: false, keepsRegion: true },
  'cluster-corruption': { keepsVolumes: false, keepsRegion: true },
  'region-failure': { keepsVolumes: false, keepsRegion: false },
};
