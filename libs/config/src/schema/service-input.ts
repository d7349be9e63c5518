import type { z } from 'zod';

import type { notBackedUp } from './not-backed-up.ts';
import type { service } from './service.ts';

type Complete = z.input<typeof service>;
type Volume = Complete['volumes'][string];

/** What is left out of a volume is assumed. */
export const assumedOfVolume = ['used', 'dailyChange'] as const;

type Assumed = (typeof assumedOfVolume)[number];
type VolumeInput = Omit<Volume, Assumed> & Partial<Pick<Volume, Assumed>>;

/** What neither a tier nor a preset nor a name says of a service. */
export const neededOfService = ['owner', 'tier'] as const;

/** What a program that many services run declares of itself; presets make these. */
interface SoftwareInput {
  readonly workloads?: Complete['workloads'];
  readonly volumes?: Readonly<Record<string, VolumeInput>>;
  readonly hooks?: Complete['hooks'];
  readonly verification?: Complete['verification'];
}

/** A service that is backed up. */
export interface BackedUpInput
  extends
    Pick<Complete, (typeof neededOfService)[number]>,
    Partial<Pick<Complete, 'namespace' | 'objects' | 'workloads' | 'hooks' | 'verification'>> {
  /** The volumes that hold its data, by name. */
  volumes?: Record<string, VolumeInput>;
  /** Presets of what runs in it; the service adds to them. */
  software?: readonly SoftwareInput[];
  /** Where they differ from those of its tier. */
  objectives?: Partial<Complete['objectives']>;
}

type NotBackedUp = z.input<typeof notBackedUp>;

/** A service that no backup holds. */
type NotBackedUpInput = Pick<NotBackedUp, 'notBackedUp'> & Partial<Pick<NotBackedUp, 'namespace'>>;

/** A service as written. */
export type ServiceInput = NotBackedUpInput | BackedUpInput;
