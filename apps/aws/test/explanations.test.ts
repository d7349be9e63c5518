import { primaryEnvironment, replicaEnvironment } from '@resilience/config/fixtures';
import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { synthAws } from '../src/synth.ts';
import { namesOf, type Configuration } from './synthesised.ts';

test.each([
  ['with a bucket', primaryEnvironment()],
  ['with a replica', replicaEnvironment()],
])('every resource of an environment %s says why it exists and what it costs', (_, environment) => {
  for (const { configuration, resources, purpose } of some(synthAws(environment))) {
    const rendered = Object.keys((configuration as Configuration).resource).flatMap((type) =>
      namesOf(configuration as Configuration, type).map((name) => `${type}.${name}`),
    );
    expect(resources.map(({ address }) => address).toSorted()).toEqual(rendered.toSorted());
    for (const text of [purpose, ...resources.flatMap(({ why, cost }) => [why, cost])]) {
      expect(text).toMatch(/\S/);
    }
  }
});
