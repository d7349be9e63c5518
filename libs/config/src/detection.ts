import type { Declaration, Service } from './schema/declaration.ts';
import type { Scenario } from './schema/scenario.ts';

/** How long a disaster goes unnoticed, and where that is declared. */
export interface Detection {
  /** Undefined where it is declared nowhere. */
  readonly time: NonNullable<Declaration['recovery']['detection'][Scenario]> | undefined;
  /** Its place in the declaration. */
  readonly path: string;
}

/** What is assumed of a service: its tier may be watched more closely, or less, than the others. */
export function detectionOf(
  { tiers, recovery }: Pick<Declaration, 'tiers' | 'recovery'>,
  { tier }: Pick<Service, 'tier'>,
  scenario: Scenario,
): Detection {
  const ofTier = tiers?.[tier]?.detection?.[scenario];
  return ofTier
    ? { time: ofTier, path: `tiers.${tier}.detection.${scenario}` }
    : { time: recovery.detection[scenario], path: `recovery.detection.${scenario}` };
}
