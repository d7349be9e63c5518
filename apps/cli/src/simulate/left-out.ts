import type { NotBackedUp } from '@resilience/recovery/not-backed-up';
import type { Proof } from '@resilience/recovery/prove';
import type { Unprotected } from '@resilience/recovery/unprotected';

/** What is not simulated, and why: as proved, or as accepted. */
export type LeftOut = Proof | Unprotected | NotBackedUp;
