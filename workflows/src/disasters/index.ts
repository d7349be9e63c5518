import type { Scenario } from '@resilience/config/scenario';
import type { Phase } from '@resilience/recovery/disaster';

import { bucketLoss } from './bucket-loss.ts';
import { clusterCorruption } from './cluster-corruption.ts';
import type { DisasterGuide, PhaseGuide } from './disaster-guide.ts';
import { keyLoss } from './key-loss.ts';
import { lateDiscovery } from './late-discovery.ts';
import { maliciousDeletion } from './malicious-deletion.ts';
import { namespaceDeletion } from './namespace-deletion.ts';
import { phases } from './phases.ts';
import { podFailure } from './pod-failure.ts';
import { regionFailure } from './region-failure.ts';
import { volumeCorruption } from './volume-corruption.ts';

export const disasterGuides: Readonly<Record<Scenario, DisasterGuide>> = {
  'pod-failure': podFailure,
  'volume-corruption': volumeCorruption,
  'namespace-deletion': namespaceDeletion,
  'cluster-corruption': clusterCorruption,
  'region-failure': regionFailure,
  'bucket-loss': bucketLoss,
  'key-loss': keyLoss,
  'malicious-deletion': maliciousDeletion,
  'late-discovery': lateDiscovery,
};

/** How a phase is done in a disaster. */
export const phaseGuide = (scenario: Scenario, phase: Phase): PhaseGuide => ({
  ...phases[phase],
  ...disasterGuides[scenario].phases[phase],
});
