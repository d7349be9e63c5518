import { release as release020 } from './0.2.0.ts';
import type { Release } from './release.ts';

/** The oldest first. */
export const releases: readonly Release[] = [release020];
