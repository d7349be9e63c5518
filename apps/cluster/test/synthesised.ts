import type { Environment } from '@resilience/config/environment';

import { synthCluster } from '../src/synth.ts';

/** An object as far as tests look into it. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: object;
  readonly data?: Readonly<Record<string, string>>;
}

/** All objects of an environment, by `Kind/name`. */
export const synthesised = (environment: Environment): Record<string, Manifest> =>
  Object.fromEntries(
    synthCluster(environment, [])
      .flatMap(({ objects }) => objects)
      .map((object) => [`${object.kind}/${object.metadata.name}`, object]),
  );
