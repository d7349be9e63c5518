import { changeRolledBack } from './change-rolled-back.ts';
import { clusterLost } from './cluster-lost.ts';
import { deploymentDeleted } from './deployment-deleted.ts';
import { namespaceDeleted } from './namespace-deleted.ts';
import { overwritten } from './overwritten.ts';
import { podKilled } from './pod-killed.ts';
import { regionLost } from './region-lost.ts';
import type { Scenario } from './scenario.ts';
import { volumeCorrupted } from './volume-corrupted.ts';

/** Those of one lane are played in their order, as they destroy the same service; lanes beside each other. */
export const lanes: readonly (readonly Scenario[])[] = [
  [podKilled, namespaceDeleted, volumeCorrupted],
  [deploymentDeleted, changeRolledBack],
  [overwritten],
];

/** In the order in which they are played, when nothing else is: nothing is left of the cluster. */
export const losses: readonly Scenario[] = [clusterLost, regionLost];
