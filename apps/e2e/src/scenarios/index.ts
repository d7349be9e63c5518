import { changeRolledBack } from './change-rolled-back.ts';
import { clusterLost } from './cluster-lost.ts';
import { deploymentDeleted } from './deployment-deleted.ts';
import { namespaceDeleted } from './namespace-deleted.ts';
import { overwritten } from './overwritten.ts';
import { podKilled } from './pod-killed.ts';
import { regionLost } from './region-lost.ts';
import type { Scenario } from './scenario.ts';
import { volumeCorrupted } from './volume-corrupted.ts';

/** In the order in which they are played. */
export const scenarios: readonly Scenario[] = [
  podKilled,
  deploymentDeleted,
  namespaceDeleted,
  volumeCorrupted,
  overwritten,
  changeRolledBack,
  clusterLost,
  regionLost,
];
