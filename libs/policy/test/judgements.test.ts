import { some } from '@resilience/vitest/some';
import { expect, test } from 'vitest';

import { rules } from '../src/rules/index.ts';
import { judgeCopy } from './copy.ts';
import { mutations } from './mutations/index.ts';

const environments = ['production', 'staging', 'dr'];

test.each(some(rules))('$id finds nothing in what is rendered', (rule) => {
  expect(environments.flatMap((environment) => judgeCopy(rule, environment))).toEqual([]);
});

test.each(some(mutations))('$rule says of this: $what', ({ rule: id, environment, plant }) => {
  const rule = rules.find((one) => one.id === id);
  expect(rule && judgeCopy(rule, environment, plant)).toMatchSnapshot();
});
