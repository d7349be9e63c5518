import type { BucketEnvironment } from '@resilience/config/environment';
import { ownsBucket } from '@resilience/config/environment';

import { declared, type Guard, type Weakening } from './guard.ts';

interface Definition extends Pick<Weakening, 'id'> {
  readonly path: string;
  /** Undefined where the bucket has none. */
  readonly guard: (environment: BucketEnvironment) => Pick<Guard, 'strength' | 'value'> | undefined;
  /** With a full stop. */
  readonly sentence: (after: string, before: string) => string;
}

/** One setting of the environment's own bucket: that the bucket comes or goes is said elsewhere. */
export const ofBucket = ({ id, path, guard, sentence }: Definition): Weakening =>
  declared({
    id,
    absence: 'unsaid',
    guards: (environment) => {
      const found = ownsBucket(environment) ? guard(environment) : undefined;
      return found ? [{ path, subject: path, ...found }] : [];
    },
    sentence: ({ after = '', before = '' }) => sentence(after, before),
  });
