import type { Service, Volume } from '@resilience/config/declaration';
import type { Scenario } from '@resilience/config/scenario';

import { disasters } from './disaster.ts';

/** A volume that no backup holds, for a declared reason: a restore brings nothing of it back. */
export interface NeverRecovered {
  readonly volume: string;
  readonly content: Volume['content'];
  readonly reason: string;
}

/** What no restore of a service brings back. */
export const neverRecovered = ({ volumes }: Service): NeverRecovered[] =>
  Object.entries(volumes).flatMap(([volume, { backup, content }]) =>
    backup.method === 'skip' ? [{ volume, content, reason: backup.reason }] : [],
  );

/** What is lost for good in a disaster: nothing where volumes stay as they are. */
export const neverRecoveredAfter = (scenario: Scenario, service: Service): NeverRecovered[] =>
  disasters[scenario].keepsVolumes ? [] : neverRecovered(service);
