import { formatDuration } from '@resilience/config/duration';
import type { Proof } from '@resilience/recovery/prove';

import { formatLost } from './format-lost.ts';
import { nameNeverRecovered } from './format-never-recovered.ts';

/**
 * All that a service loses at worst, in one cell of a table: the newest data, and what no backup holds.
 *
 * @param mark stands behind the time
 */
export function formatLosses(proof: Proof, mark = ''): string {
  const { rpo, plan, lost, neverRecovered } = proof;
  const newest = rpo.worst && `${formatDuration(rpo.worst)}${mark}`;
  const gone = plan.length === 0 && lost.length > 0 ? formatGone(proof) : undefined;
  const never =
    neverRecovered.length > 0
      ? `never recovered: ${neverRecovered.map(nameNeverRecovered).join(', ')}`
      : undefined;
  return [newest, gone, never].filter((part) => part !== undefined).join('; ');
}

/** Objects are in every backup: without them, none is left. */
const formatGone = (proof: Proof): string =>
  `${proof.lost.includes('its objects') ? 'everything: ' : ''}${formatLost(proof)}`;
