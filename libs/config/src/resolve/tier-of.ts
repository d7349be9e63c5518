import { tiers } from '../schema/tiers.ts';
import { nearest } from '../teach/nearest.ts';
import type { Written } from './records.ts';

/**
 * The tier that a service names. The schema reports a name that is misspelled; what the service takes from
 * the tier that is meant is not missing.
 */
export const tierNameOf = ({ tier }: Written): string | undefined =>
  typeof tier === 'string' ? nearest(tier, tiers) : undefined;
